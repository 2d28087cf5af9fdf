<#import "macros.ftl" as m>
<#import "members.ftl" as f>
<@m.javadoc lines=doc/>
@NativeBinding(header = "${header?j_string}")
@NullMarked
@SuppressWarnings("restricted")
<#if subclass == "">
public final class ${name}<#if base != ""> extends ${base}</#if> implements AutoCloseable {
<#else>
public abstract sealed class ${name}<#if base != ""> extends ${base}</#if> permits ${subclass} {
</#if>
<#if base == "">

    final ClosableLibrary opened_;
</#if>
<#list symbols>
    private final Symbols_ symbols_;

    /** The addresses of this instance. */
    private final class Symbols_ {
<#items as symbol>
        private final MemorySegment ${symbol.field} = opened_.<#if symbol.size == "">enteredFunction("${symbol.symbolName?j_string}")<#else>variableOrMissing("${symbol.symbolName?j_string}", ${symbol.size})</#if>;
</#items>
    }
</#list>

    <#if subclass == "">private </#if>${name}(ClosableLibrary opened) {
<#if base == "">
        opened_ = opened;
<#else>
        super(opened);
</#if>
<#if symbols?size != 0>
        symbols_ = new Symbols_();
</#if>
    }

<#if subclass == "">
    /**
     * Opens the library once more, from where {@link ${owner}} finds it.
     *
     * @throws org.ffigen.runtime.NativeLibraryNotFoundError if it cannot be opened; the message lists every place and the loader's reason
     */
    public static ${name} open() {
        return open(LibrarySource.named("${library?j_string}"));
    }

    /**
     * Opens a library.
     *
     * @throws org.ffigen.runtime.NativeLibraryNotFoundError if it cannot be opened; the message lists every place and the loader's reason
     */
    public static ${name} open(LibrarySource source) {
        return new ${name}(ClosableLibrary.open(MethodHandles.lookup(), source));
    }

    /** Whether the library, or one that it depends on, has a function or variable of that C name. */
    public boolean isAvailable(String symbol) {
        return opened_.has(symbol);
    }

    /** False once {@link #close()} has succeeded. */
    public boolean isOpen() {
        return opened_.isOpen();
    }

    /**
     * Closes the library, so that the loader may unload it; calls and variables throw IllegalStateException from then
     * on. Closing it again does nothing.
     *
     * @throws IllegalStateException while a call into it runs, also one further down on this thread, and from when a
     *         nonblocking one is accepted until its future completes
     */
    @Override
    public void close() {
        if (opened_.isOpen()) {
            opened_.close();
        }
    }
</#if>
<@f.variables of=variables modifiers="public"/>
<#if subclass == "">
<#assign methods = "">
<#else>
<#assign methods = "((" + instance + ") this).">
</#if>
<@f.functions of=functions modifiers="public" holders=owner + "." symbols="symbols_." methods=methods entered=true/>
}
