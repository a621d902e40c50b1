package org.lstm4j.architecture;

import static org.lstm4j.architecture.Conditions.neverDependOn;
import static org.lstm4j.architecture.Conditions.neverUse;
import static org.lstm4j.architecture.Uses.CONSTRUCTOR;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.Externalizable;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.EnumSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Reading a file runs no code that the file names: there is nothing in lstm4j that could.
class LoadPathTest {

    private static final Set<Module> PUBLISHED = EnumSet.range(Module.KERNELS, Module.CLI);
    private static final String STRIP_TILES = "org.lstm4j.kernels.vector.StripTiles";

    @Test
    void nobodyLooksUpClassesOrMembersByName() {
        Rule.of(PUBLISHED, neverUse(
                Uses.of(Class.class, "forName", "newInstance", "getMethod", "getMethods", "getDeclaredMethod",
                        "getDeclaredMethods", "getField", "getFields", "getDeclaredField", "getDeclaredFields",
                        "getConstructor", "getConstructors", "getDeclaredConstructor", "getDeclaredConstructors"),
                Uses.of(ClassLoader.class, "loadClass", "defineClass"),
                Uses.of(java.net.URLClassLoader.class)))
                .holdsForAtLeast(350)
                .isBrokenBy(planted.org.lstm4j.model.LoadsClasses.class, "java.lang.Class.forName",
                        "java.lang.Class.getDeclaredConstructor", "java.lang.ClassLoader.loadClass");
        Rule.of(Module.classesOf(PUBLISHED, STRIP_TILES), neverDependOn("java.lang.reflect..", "java.lang.invoke..",
                "java.lang.classfile..", "javax.script..", "javax.tools..", "sun.misc.."))
                .holdsForAtLeast(350)
                .isBrokenBy(planted.org.lstm4j.model.LoadsClasses.class,
                        "java.lang.reflect.Constructor", "java.lang.invoke.MethodHandles");
    }

    /// The strip tiles use the fences of [java.lang.invoke.VarHandle], and nobody anything that could reach a member.
    @Test
    void nobodyMakesHandlesOfMembers() {
        Rule.of(PUBLISHED, neverUse(
                Uses.of(MethodHandles.class), Uses.of(MethodHandles.Lookup.class), Uses.of(MethodHandle.class)))
                .holdsForAtLeast(350)
                .isBrokenBy(planted.org.lstm4j.model.LoadsClasses.class, "java.lang.invoke.MethodHandles.lookup");
    }

    /// A service is named by a jar on the class path, never by a file that is read.
    @Test
    void onlyTheKernelChoiceLoadsServices() {
        Rule.of(Module.classesOf(PUBLISHED, "org.lstm4j.compute.KernelChoice"), neverUse(Uses.of(ServiceLoader.class)))
                .holdsForAtLeast(350)
                .isBrokenBy(planted.org.lstm4j.model.LoadsClasses.class, "java.util.ServiceLoader.load");
    }

    @Test
    void nobodySerialisesObjects() {
        Rule.of(PUBLISHED, neverDependOn(ObjectInputStream.class, ObjectOutputStream.class, Externalizable.class))
                .holdsForAtLeast(350)
                .isBrokenBy(planted.org.lstm4j.model.ReadsObjects.class, "java.io.ObjectInputStream");
        Rule.of(PUBLISHED, beSerializableOnlyAsExceptionOrEnum())
                .holdsForAtLeast(350)
                .isBrokenBy(planted.org.lstm4j.model.ReadsObjects.class, "is Serializable", "has readObject");
    }

    @Test
    void nobodyStartsProcesses() {
        Rule.of(PUBLISHED, neverUse(Uses.of(ProcessBuilder.class, CONSTRUCTOR), Uses.of(Runtime.class, "exec")))
                .holdsForAtLeast(350)
                .isBrokenBy(planted.org.lstm4j.model.StartsProcesses.class,
                        "java.lang.ProcessBuilder.<init>", "java.lang.Runtime.exec");
    }

    @Test
    void nobodyReadsXmlOrRunsScripts() {
        Rule.of(PUBLISHED, neverDependOn("javax.xml..", "org.w3c.dom..", "org.xml.sax..", "javax.script..",
                "javax.naming.."))
                .holdsForAtLeast(350)
                .isBrokenBy(planted.org.lstm4j.model.ReadsXml.class, "javax.xml.parsers.DocumentBuilderFactory");
    }

    /// Files come from a disk, from standard input, or from a database that the user names.
    @Test
    void nobodyOpensConnections() {
        Rule.of(PUBLISHED, neverDependOn("java.net.http..", "javax.net..", "java.rmi..", "java.nio.channels.spi.."))
                .holdsForAtLeast(350)
                .isBrokenBy(planted.org.lstm4j.train.SeesMore.class, "java.net.http.HttpClient");
        Rule.of(PUBLISHED, neverDependOn(java.net.URL.class, java.net.Socket.class, java.net.URLConnection.class))
                .holdsForAtLeast(350)
                .isBrokenBy(planted.org.lstm4j.model.OpensConnections.class, "java.net.Socket", "java.net.URL");
    }

    private static ArchCondition<JavaClass> beSerializableOnlyAsExceptionOrEnum() {
        DescribedPredicate<JavaClass> byNature = JavaClass.Predicates.assignableTo(Throwable.class)
                .or(JavaClass.Predicates.assignableTo(Enum.class));
        List<String> hooks = List.of("readObject", "readResolve", "writeObject", "writeReplace");
        return new ArchCondition<>("be Serializable only as exception or enum") {

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.isAssignableTo(Serializable.class)) {
                    return;
                }
                if (!byNature.test(type)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is Serializable"));
                }
                type.getMethods().stream().map(JavaMethod::getName).filter(hooks::contains).forEach(
                        name -> events.add(SimpleConditionEvent.violated(type, type.getName() + " has " + name)));
            }
        };
    }
}
