package org.ffigen.java;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;

import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.Version;

/**
 * Shows records to templates by their components alone. FreeMarker's own way looks for all that a Java bean may have, in
 * each class, which takes longer than rendering a small library. For one thread.
 */
final class RecordWrapper extends DefaultObjectWrapper {

    private static final Version VERSION = Configuration.VERSION_2_3_34;

    private final Map<Class<?>, Map<String, Method>> accessors = new HashMap<>();

    RecordWrapper() {
        super(VERSION);
    }

    @Override
    protected TemplateModel handleUnknownType(Object value) throws TemplateModelException {
        return value instanceof Record record
                ? new Components(record, accessors.computeIfAbsent(record.getClass(), RecordWrapper::accessors))
                : super.handleUnknownType(value);
    }

    private static Map<String, Method> accessors(Class<?> type) {
        Map<String, Method> accessors = new HashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            accessors.put(component.getName(), component.getAccessor());
        }
        return accessors;
    }

    /** A name that the record lacks is null, which templates refuse. */
    private final class Components implements TemplateHashModel {
        private final Record record;
        private final Map<String, Method> accessors;

        Components(Record record, Map<String, Method> accessors) {
            this.record = record;
            this.accessors = accessors;
        }

        @Override
        public TemplateModel get(String name) throws TemplateModelException {
            Method accessor = accessors.get(name);
            try {
                return accessor == null ? null : wrap(accessor.invoke(record));
            } catch (ReflectiveOperationException unreadable) {
                throw new TemplateModelException(unreadable);
            }
        }

        @Override
        public boolean isEmpty() {
            return accessors.isEmpty();
        }
    }
}
