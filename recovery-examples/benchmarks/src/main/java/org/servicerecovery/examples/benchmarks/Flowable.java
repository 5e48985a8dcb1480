package org.servicerecovery.examples.benchmarks;

import javax.sql.DataSource;
import org.flowable.cmmn.engine.CmmnEngine;
import org.flowable.cmmn.engine.CmmnEngineConfiguration;

/**
 * Flowable's CMMN engine as it comes, history included, but without its job executor and the engines for users and for events, which
 * nothing here needs. Its case is a sequence of twelve human tasks without variables, assignees or texts.
 */
final class Flowable implements AutoCloseable {
    private static final String MODEL = "org/servicerecovery/examples/benchmarks/recovery.cmmn";

    private final CmmnEngine engine;

    Flowable(DataSource source) {
        CmmnEngineConfiguration config = CmmnEngineConfiguration.createStandaloneCmmnEngineConfiguration();
        config.setDataSource(source);
        config.setDatabaseSchemaUpdate(CmmnEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        config.setAsyncExecutorActivate(false);
        config.setDisableIdmEngine(true);
        config.setDisableEventRegistry(true);
        engine = config.buildCmmnEngine();
        engine.getCmmnRepositoryService().createDeployment().addClasspathResource(MODEL).deploy();
    }

    /** Opens a case. */
    String open() {
        return engine.getCmmnRuntimeService().createCaseInstanceBuilder().caseDefinitionKey("recovery").start().getId();
    }

    /** Completes the task that is open: it has to be found first, as a command loads its case. */
    String complete(String caseId) {
        String task = engine.getCmmnTaskService().createTaskQuery().caseInstanceId(caseId).singleResult().getId();
        engine.getCmmnTaskService().complete(task);
        return task;
    }

    /** How many steps of a case Flowable's own history says are done. */
    long done(String caseId) {
        return engine.getCmmnHistoryService().createHistoricTaskInstanceQuery().caseInstanceId(caseId).finished().count();
    }

    @Override
    public void close() {
        engine.close();
    }
}
