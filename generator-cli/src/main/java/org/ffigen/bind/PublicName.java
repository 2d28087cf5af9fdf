package org.ffigen.bind;

import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.TypedefDecl;
import org.ffigen.model.NativeApi;

/** The name by which everybody knows a type. */
final class PublicName {

    private PublicName() {
    }

    /**
     * {@code typedef struct _point point;} means {@code struct _point} to be known as {@code point}, and so do
     * {@code point_s}, {@code point_tag} and {@code point_struct}.
     */
    static String of(DeclId id, NativeApi api) {
        String bare = id.name().replaceFirst("^_+", "").replaceFirst("_(s|tag|struct)$", "");
        return !bare.isEmpty() && api.find(DeclId.typedef(bare)).orElse(null) instanceof TypedefDecl typedef
                && typedef.type().unqualified().equals(new CType.Named(id)) ? bare : id.name();
    }
}
