package planted.org.lstm4j.model;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.util.ServiceLoader;

/// Offends on purpose: a file could name a class, and it would run.
public final class LoadsClasses {

    Object byName(String name) throws ReflectiveOperationException {
        Constructor<?> constructor = Class.forName(name).getDeclaredConstructor();
        return constructor.newInstance();
    }

    Class<?> byLoader(String name) throws ClassNotFoundException {
        return getClass().getClassLoader().loadClass(name);
    }

    MethodHandles.Lookup lookup() {
        return MethodHandles.lookup();
    }

    Runnable byService() {
        return ServiceLoader.load(Runnable.class).iterator().next();
    }
}
