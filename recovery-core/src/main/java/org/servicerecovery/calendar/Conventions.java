package org.servicerecovery.calendar;

/** How a calendar counts where rules differ. */
record Conventions(UsedUp usedUp, DayOfReceipt dayOfReceipt, LastDay lastDay, ClosedEnd closedEnd, AfterHours afterHours) {
}
