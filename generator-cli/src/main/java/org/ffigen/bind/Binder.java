package org.ffigen.bind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ffigen.config.BindingRules;
import org.ffigen.config.Given;
import org.ffigen.diagnostic.Diagnostics;
import org.ffigen.java.JavaBindings;
import org.ffigen.java.JavaFile;
import org.ffigen.java.LibraryClass;
import org.ffigen.java.OpaqueClass;
import org.ffigen.lower.Lowering;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.EnumDecl;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Declaration.OpaqueDecl;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.Declaration.TypedefDecl;
import org.ffigen.model.Declaration.VariableDecl;
import org.ffigen.model.NativeApi;
import org.ffigen.model.Skipped;
import org.ffigen.model.Shim;
import org.ffigen.model.Target;
import org.ffigen.runtime.RuntimeVersion;

/** Decides what the Java of an API is. A pure function; the order of everything is by name. */
public final class Binder {

    private final NativeApi api;
    private final JavaNaming naming;
    private final Lowering lowering;
    private final DeclaredNames declared;
    private final TypeNames names;
    private final CSource source;
    private final Callbacks callbacks;
    private final TypeMapper types;
    private final CallShapes shapes = new CallShapes();

    private final Rulebook rules;
    private final OwnedHandles handles;
    private final Optional<Given> closable;

    private Binder(NativeApi read, JavaNaming naming, Set<String> living, BindingRules rules,
            Diagnostics diagnostics) {
        Target target = read.targets().values().iterator().next();
        this.api = HandleTypedefs.typed(read, rules.handles());
        this.naming = naming;
        this.lowering = new Lowering(api, target);
        this.declared = new DeclaredNames(api, lowering, naming, living, ResultChecks.packages(rules.functions()),
                diagnostics);
        this.names = declared.types();
        this.source = new CSource(read);
        this.callbacks = new Callbacks(api, lowering, declared, source);
        this.rules = new Rulebook(rules, api, lowering, diagnostics);
        this.types = new TypeMapper(api, lowering, declared, callbacks, naming,
                new Characters(rules.texts(), api, lowering, this.rules));
        this.handles = new OwnedHandles(rules.handles(), api, types, lowering, this.rules);
        this.closable = rules.closable();
    }

    /**
     * Binds what can be called; what cannot is in {@code api.skipped()} or says so in the manifest.
     *
     * @param asked typedefs of function pointers that have interfaces though nothing is of their type
     * @param rules what the user says of functions and handles
     * @param diagnostics takes what is wrong with the rules, and with the names that the user decides
     */
    public static Bound bind(NativeApi api, Set<DeclId> asked, JavaNaming naming, BindingRules rules,
            Diagnostics diagnostics) {
        Set<String> living = new HashSet<>();
        while (true) {
            Diagnostics found = new Diagnostics();
            Binder binder = new Binder(api, naming, living, rules, found);
            Bound bound = binder.bound(asked);
            // Which types without names are there still is known only at the end: seldom is a second round needed.
            if (!living.addAll(binder.declared.robbed())) {
                found.all().forEach(diagnostics::add);
                return bound;
            }
        }
    }

    private Bound bound(Set<DeclId> asked) {
        JavaBindings java = new JavaBindings(naming.packageName(), files(asked));
        return new Bound(java, declared.all(), declared.given(), declared.kept(), unused());
    }

    private List<JavaFile> files(Set<DeclId> asked) {
        List<JavaFile> files = new ArrayList<>();
        RecordBinder records = new RecordBinder(api, lowering, types, source,
                TextRules.of(rules.all(), api, rules, types, lowering));
        api.all(RecordDecl.class)
                .forEach(record -> names.find(record.id()).ifPresent(name -> files.add(records.bind(record, name))));
        EnumBinder enums = new EnumBinder(lowering, source, declared);
        api.all(EnumDecl.class)
                .forEach(e -> names.find(e.id())
                        .ifPresent(name -> files.addAll(enums.bind(e, name, names.ofEnum(e.id()).isPresent()))));
        Members members = Members.of(api, lowering, types, shapes, source,
                ValueForms.of(api, lowering, names, records.pointers()), rules, handles);
        callbacks(asked).forEach(typedef -> callbacks.use(new CType.Named(typedef), ""));
        CallbackBinder binder = new CallbackBinder(types, shapes, records.pointers(), handles);
        for (List<Callbacks.Callback> met = callbacks.takeNew(); !met.isEmpty(); met = callbacks.takeNew()) {
            met.forEach(callback -> files.add(binder.bind(callback)));
        }
        LibraryClass library = library(members);
        files.addAll(LibraryParts.of(library, this::partName));
        Optional<String> instance = closable.map(rule -> declared.free(naming.className() + "Instance"));
        List<OpaqueClass> opaques = api.all(OpaqueDecl.class).stream().map(opaque -> opaque(opaque, instance)).toList();
        files.addAll(opaques);
        instance.ifPresent(name -> files.addAll(
                Instances.of(library, OwnedTexts.of(opaques, records.pointers().withFunctions()), name,
                        number -> declared.free(name + "Part" + number))));
        files.sort(Comparator.comparing(JavaFile::name));
        return files;
    }

    private Stream<DeclId> callbacks(Set<DeclId> of) {
        return api.all(TypedefDecl.class)
                .stream()
                .map(TypedefDecl::id)
                .filter(id -> of.contains(id) && names.find(id).isPresent());
    }

    /** The function pointers that have a name, and nothing that is bound has one of them; none that are skipped. */
    private Set<DeclId> unused() {
        Set<String> skipped = api.skipped()
                .stream()
                .filter(s -> s.kind().equals("callback"))
                .map(Skipped::name)
                .collect(Collectors.toSet());
        return callbacks(api.declarations().keySet())
                .filter(id -> !skipped.contains(id.name()) && !callbacks.has(names.find(id).orElseThrow()))
                .collect(Collectors.toSet());
    }

    private OpaqueClass opaque(OpaqueDecl opaque, Optional<String> instance) {
        return new OpaqueClass(names.find(opaque.id()).orElseThrow(),
                Javadoc.of(source.opaque(opaque.id()), source.comment(opaque)), types.library(),
                handles.release(opaque.id()),
                instance.filter(_ -> handles.isOwned(opaque.id())).orElse(""));
    }

    private LibraryClass library(Members members) {
        return new LibraryClass(naming.className(), naming.className(), "", doc(), header(), api.library(), shims(),
                RuntimeVersion.API, new ConstantBinder(api, lowering, declared).bind(), members.variables(),
                members.functions(),
                shapes.all(), shapes.hasUpcalls(), members.symbols(), members.results());
    }

    /** Nobody names it, so that it may give way to a type. */
    private String partName(int number) {
        return declared.free(naming.className() + "Part" + number);
    }

    /** The library of the shims in use; empty without any. */
    private String shims() {
        return Stream.concat(api.all(FunctionDecl.class).stream().map(FunctionDecl::shim),
                api.all(VariableDecl.class).stream().map(VariableDecl::shim))
                .flatMap(Optional::stream)
                .map(Shim::library)
                .findFirst()
                .orElse("");
    }

    private List<String> doc() {
        return List.of("<code>" + api.headers()
                .stream()
                .map(h -> Javadoc.escape("#include <" + h + ">"))
                .collect(Collectors.joining("</code>, <code>")) + "</code>");
    }

    private String header() {
        return String.join(", ", api.headers());
    }
}
