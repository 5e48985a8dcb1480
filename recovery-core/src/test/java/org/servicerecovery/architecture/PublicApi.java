package org.servicerecovery.architecture;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What users of a folder of classes can see, as lines of text: a line for each type, and below it, indented, one for each member.
 * Sorted, and free of whatever depends on the compiler, so that any JDK writes the same lines.
 */
final class PublicApi {

    /** What every object has, and every enum: it tells nothing. */
    private static final Set<String> OF_OBJECTS = Set.of("toString", "hashCode", "equals");
    private static final Set<String> OF_ENUMS = Set.of("values", "valueOf");

    private PublicApi() {
    }

    static List<String> of(Path classes) throws IOException {
        try (var files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()).replaceAll("[/\\\\]", "."))
                    .map(PublicApi::load)
                    .filter(PublicApi::isVisible)
                    .sorted(Comparator.comparing(Class::getName))
                    .flatMap(PublicApi::linesOf)
                    .toList();
        }
    }

    /** Without initialising it: a class's static part may want things that are not there. */
    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicApi.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isVisible(Class<?> type) {
        return isVisible(type.getModifiers()) && !type.isAnonymousClass() && !type.isLocalClass() && !type.isSynthetic()
                && (type.getDeclaringClass() == null || isVisible(type.getDeclaringClass()));
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static Stream<String> linesOf(Class<?> type) {
        var members = new TreeSet<String>();
        for (var field : type.getDeclaredFields()) {
            if (isMember(field, type)) {
                members.add(deprecated(field) + modifiers(field) + text(field.getGenericType()) + " " + field.getName());
            }
        }
        for (var constructor : type.getDeclaredConstructors()) {
            if (isMember(constructor, type)) {
                members.add(signature(constructor, "", type.getSimpleName()));
            }
        }
        // What a hidden superclass declares is seen through its visible subclass.
        for (Class<?> from = type; from != null && (from == type || !isVisible(from)); from = from.getSuperclass()) {
            for (var method : from.getDeclaredMethods()) {
                if (isMember(method, type) && !isImplied(method, type)) {
                    members.add(signature(method, text(method.getGenericReturnType()) + " ", method.getName()));
                }
            }
        }
        return Stream.concat(Stream.of(header(type)), members.stream().map(member -> "    " + member));
    }

    private static boolean isMember(Member member, Class<?> type) {
        var open = !Modifier.isFinal(type.getModifiers()) && !type.isEnum();
        return !member.isSynthetic()
                && (Modifier.isPublic(member.getModifiers()) || open && Modifier.isProtected(member.getModifiers()));
    }

    private static boolean isImplied(Method method, Class<?> type) {
        return OF_OBJECTS.contains(method.getName()) || type.isEnum() && OF_ENUMS.contains(method.getName());
    }

    private static String header(Class<?> type) {
        var line = new StringBuilder(deprecated(type));
        line.append(Modifier.toString(type.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED))).append(' ');
        if (type.isAnnotation()) {
            line.append("@interface ");
        } else if (type.isInterface()) {
            line.append(type.isSealed() ? "sealed interface " : "interface ");
        } else if (type.isEnum()) {
            line.append("enum ");
        } else if (type.isRecord()) {
            line.append("record ");
        } else {
            var kinds = Modifier.toString(type.getModifiers() & (Modifier.ABSTRACT | Modifier.FINAL | Modifier.STATIC));
            line.append(kinds).append(kinds.isEmpty() ? "" : " ").append(type.isSealed() ? "sealed class " : "class ");
        }
        line.append(type.getCanonicalName()).append(typeParameters(type.getTypeParameters()));
        if (type.isRecord()) {
            line.append(Arrays.stream(type.getRecordComponents()).map(PublicApi::component).collect(Collectors.joining(", ", "(", ")")));
        }
        var parents = new ArrayList<Type>();
        if (type.getSuperclass() != null && isVisible(type.getSuperclass()) && !type.isEnum() && !type.isRecord()
                && type.getSuperclass() != Object.class) {
            parents.add(type.getGenericSuperclass());
        }
        parents.addAll(List.of(type.getGenericInterfaces()));
        line.append(list(parents.toArray(Type[]::new), " : "));
        if (type.isSealed() && !type.isEnum()) {
            var permitted = Arrays.stream(type.getPermittedSubclasses()).filter(PublicApi::isVisible);
            line.append(list(permitted.toArray(Type[]::new), " permits "));
        }
        return line.toString();
    }

    private static String signature(Executable executable, String returned, String name) {
        var parameters = executable.getGenericParameterTypes();
        var line = new StringBuilder(deprecated(executable)).append(modifiers(executable));
        line.append(executable instanceof Method method && method.isDefault() ? "default " : "");
        var variables = typeParameters(executable.getTypeParameters());
        line.append(variables).append(variables.isEmpty() ? "" : " ").append(returned).append(name);
        line.append(Arrays.stream(parameters).map(PublicApi::text).collect(Collectors.joining(", ", "(", ")")));
        if (executable.isVarArgs()) {
            line.replace(line.length() - "[])".length(), line.length(), "...)");
        }
        return line.append(list(executable.getGenericExceptionTypes(), " throws ")).toString();
    }

    /** Neither "synchronized" nor "native": how a method does its work is its own affair. */
    private static String modifiers(Member member) {
        var shown = Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC | Modifier.ABSTRACT
                | (member instanceof Constructor ? 0 : Modifier.FINAL);
        return Modifier.toString(member.getModifiers() & shown) + " ";
    }

    private static String component(RecordComponent component) {
        return text(component.getGenericType()) + " " + component.getName();
    }

    private static String deprecated(AnnotatedElement element) {
        return element.isAnnotationPresent(Deprecated.class) ? "@Deprecated " : "";
    }

    private static String typeParameters(TypeVariable<?>[] variables) {
        return variables.length == 0 ? "" : Arrays.stream(variables).map(PublicApi::bounded).collect(Collectors.joining(", ", "<", ">"));
    }

    private static String bounded(TypeVariable<?> variable) {
        var bounds = Arrays.stream(variable.getBounds()).filter(bound -> bound != Object.class)
                .map(PublicApi::text).collect(Collectors.joining(" & "));
        return variable.getName() + (bounds.isEmpty() ? "" : " extends " + bounds);
    }

    private static String list(Type[] types, String before) {
        return types.length == 0 ? "" : Arrays.stream(types).map(PublicApi::text).sorted().collect(Collectors.joining(", ", before, ""));
    }

    /** Without the packages that a reader knows by heart. */
    private static String text(Type type) {
        return type.getTypeName().replaceAll("\\b(java\\.lang|java\\.util)\\.(?=[A-Z])|\\borg\\.servicerecovery\\.", "").replace('$', '.');
    }
}
