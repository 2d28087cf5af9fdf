package org.ffigen.runtime.dynamic;

import java.lang.foreign.MemorySegment;
import org.ffigen.runtime.NativeAccess;
import org.jspecify.annotations.Nullable;

/**
 * Reads whatever lies behind an address or before it, at any alignment and without bounds: reading what is not there ends
 * the process, as in C. Only the null pointer and the first page, where nothing ever is, are refused.
 *
 * <p>
 * Immutable. Get one from {@link Ffi#view}.
 */
public final class UnsafePointerView {
    private static final long FIRST_PAGE = 4096;

    private final NativeAccess access;
    private final MemorySegment memory;

    UnsafePointerView(NativeAccess access, @Nullable MemorySegment pointer) {
        if (pointer != null && !pointer.isNative()) {
            throw new IllegalArgumentException("a view is of native memory, and not of an array of Java's");
        }
        this.access = access;
        this.memory = access.reinterpret(pointer == null ? MemorySegment.NULL : pointer, Long.MAX_VALUE);
    }

    /**
     * Reads a scalar.
     *
     * @param type its type; not void
     * @param offset in bytes from the pointer, also backwards
     * @return the value, as {@link NativeType} says
     * @throws IllegalArgumentException if the pointer is null or in the first page, or the value would be; or if the
     *         type is void or a struct
     * @throws IllegalStateException if the memory is of an arena that is closed
     * @throws WrongThreadException if the memory is confined to another thread
     */
    public @Nullable Object get(NativeType type, long offset) {
        if (!(type instanceof ScalarType scalar) || scalar == ScalarType.VOID) {
            throw new IllegalArgumentException("a view reads scalars, not " + type);
        }
        return Values.read(scalar, at(type.toString(), offset), 0);
    }

    /**
     * Reads a {@code bool}.
     *
     * @param offset in bytes
     * @return the value
     * @throws IllegalArgumentException as {@link #get}
     * @throws IllegalStateException as {@link #get}
     * @throws WrongThreadException as {@link #get}
     */
    public boolean getBool(long offset) {
        return (boolean) get(NativeType.BOOL, offset);
    }

    /**
     * Reads an {@code int8_t}.
     *
     * @param offset in bytes
     * @return the value
     * @throws IllegalArgumentException as {@link #get}
     * @throws IllegalStateException as {@link #get}
     * @throws WrongThreadException as {@link #get}
     */
    public byte getInt8(long offset) {
        return (byte) get(NativeType.I8, offset);
    }

    /**
     * Reads an {@code uint8_t}.
     *
     * @param offset in bytes
     * @return the value
     * @throws IllegalArgumentException as {@link #get}
     * @throws IllegalStateException as {@link #get}
     * @throws WrongThreadException as {@link #get}
     */
    public int getUint8(long offset) {
        return (int) get(NativeType.U8, offset);
    }

    /**
     * Reads an {@code int16_t}.
     *
     * @param offset in bytes
     * @return the value
     * @throws IllegalArgumentException as {@link #get}
     * @throws IllegalStateException as {@link #get}
     * @throws WrongThreadException as {@link #get}
     */
    public short getInt16(long offset) {
        return (short) get(NativeType.I16, offset);
    }

    /**
     * Reads an {@code uint16_t}.
     *
     * @param offset in bytes
     * @return the value
     * @throws IllegalArgumentException as {@link #get}
     * @throws IllegalStateException as {@link #get}
     * @throws WrongThreadException as {@link #get}
     */
    public int getUint16(long offset) {
        return (int) get(NativeType.U16, offset);
    }

    /**
     * Reads an {@code int32_t}.
     *
     * @param offset in bytes
     * @return the value
     * @throws IllegalArgumentException as {@link #get}
     * @throws IllegalStateException as {@link #get}
     * @throws WrongThreadException as {@link #get}
     */
    public int getInt32(long offset) {
        return (int) get(NativeType.I32, offset);
    }

    /**
     * Reads an {@code uint32_t}.
     *
     * @param offset in bytes
     * @return the value
     * @throws IllegalArgumentException as {@link #get}
     * @throws IllegalStateException as {@link #get}
     * @throws WrongThreadException as {@link #get}
     */
    public long getUint32(long offset) {
        return (long) get(NativeType.U32, offset);
    }

    /**
     * Reads 64 bits, signed or not.
     *
     * @param offset in bytes
     * @return the bits
     * @throws IllegalArgumentException as {@link #get}
     * @throws IllegalStateException as {@link #get}
     * @throws WrongThreadException as {@link #get}
     */
    public long getInt64(long offset) {
        return (long) get(NativeType.I64, offset);
    }

    /**
     * Reads a {@code float}.
     *
     * @param offset in bytes
     * @return the value
     * @throws IllegalArgumentException as {@link #get}
     * @throws IllegalStateException as {@link #get}
     * @throws WrongThreadException as {@link #get}
     */
    public float getFloat32(long offset) {
        return (float) get(NativeType.F32, offset);
    }

    /**
     * Reads a {@code double}.
     *
     * @param offset in bytes
     * @return the value
     * @throws IllegalArgumentException as {@link #get}
     * @throws IllegalStateException as {@link #get}
     * @throws WrongThreadException as {@link #get}
     */
    public double getFloat64(long offset) {
        return (double) get(NativeType.F64, offset);
    }

    /**
     * Reads an address.
     *
     * @param offset in bytes
     * @return the address; null for NULL
     * @throws IllegalArgumentException as {@link #get}
     * @throws IllegalStateException as {@link #get}
     * @throws WrongThreadException as {@link #get}
     */
    public @Nullable MemorySegment getPointer(long offset) {
        return (MemorySegment) get(NativeType.POINTER, offset);
    }

    /**
     * Reads a text in UTF-8 up to its NUL.
     *
     * @param offset in bytes
     * @return the text; what is malformed becomes U+FFFD
     * @throws IllegalArgumentException as {@link #get}
     * @throws IllegalStateException as {@link #get}
     * @throws WrongThreadException as {@link #get}
     */
    public String getCString(long offset) {
        return at("c-string", offset).getString(0);
    }

    /**
     * Copies bytes from here.
     *
     * @param target an array of numbers, a buffer or a segment; filled
     * @param offset in bytes
     * @throws IllegalArgumentException if the target is none of these or read-only, the pointer is null or in the first
     *         page, or what is read would be
     * @throws IllegalStateException if the memory is of an arena that is closed
     * @throws WrongThreadException if the memory is confined to another thread
     */
    public void copyInto(Object target, long offset) {
        MemorySegment bytes = Bytes.of(target);
        if (bytes == null) {
            throw new IllegalArgumentException("no array, buffer or segment: " + Invocation.shown(target));
        }
        MemorySegment.copy(at("memory", offset), 0, bytes, 0, bytes.byteSize());
    }

    /**
     * The memory itself, with bounds: what is written there is written for C too. Of an arena's memory it lives as long as
     * that, but what lies before the address belongs to none.
     *
     * @param byteSize how much
     * @param offset in bytes
     * @return the segment
     * @throws IllegalArgumentException if the pointer is null or in the first page, the place would be, or the size is
     *         negative
     * @throws IllegalStateException if the memory is of an arena that is closed
     * @throws WrongThreadException if the memory is confined to another thread
     */
    public MemorySegment segment(long byteSize, long offset) {
        return access.reinterpret(at("memory", offset), byteSize);
    }

    /** The memory from there on. */
    private MemorySegment at(String type, long offset) {
        long address = memory.address();
        check(type, address);
        if (offset >= 0) {
            check(type, address + offset);
            return memory.asSlice(offset);
        }
        if (address > 0) {
            check(type, Math.max(0, address + offset));
        }
        // No segment reaches back before its address, so that what its arena would refuse is asked for here.
        if (!memory.scope().isAlive()) {
            throw new IllegalStateException("the memory of the view is closed already");
        }
        if (!memory.isAccessibleBy(Thread.currentThread())) {
            throw new WrongThreadException("the memory of the view is confined to another thread");
        }
        MemorySegment before = access.reinterpret(MemorySegment.ofAddress(address + offset), Long.MAX_VALUE);
        return memory.isReadOnly() ? before.asReadOnly() : before;
    }

    private static void check(String type, long address) {
        if (address >= 0 && address < FIRST_PAGE) {
            throw new IllegalArgumentException("invalid " + type + " pointer, pointer is "
                    + (address == 0 ? "null" : "0x" + Long.toHexString(address)));
        }
    }
}
