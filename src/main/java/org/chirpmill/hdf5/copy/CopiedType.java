package org.chirpmill.hdf5.copy;

import java.io.IOException;
import java.util.Optional;
import org.chirpmill.hdf5.Hdf5Handle;
import org.chirpmill.hdf5.Hdf5Types;
import org.chirpmill.hdf5.read.ElementType;
import org.chirpmill.hdf5.read.NumberFormat;

/** The HDF5 library's type for what was read. */
final class CopiedType {
    private CopiedType() {}

    /** Empty where an element is, or holds, what is not copied: texts of any length, and what we do not read. */
    static Optional<Hdf5Handle> of(ElementType type) throws IOException {
        return switch (type) {
            case ElementType.Number(NumberFormat format) -> number(format);
            case ElementType.FixedText(int bytes, boolean spaces) -> Optional.of(Hdf5Types.fixedText(bytes, spaces));
            case ElementType.Compound compound -> record(compound);
            case ElementType.AnyText _, ElementType.Other _ -> Optional.empty();
        };
    }

    private static Optional<Hdf5Handle> number(NumberFormat format) throws IOException {
        return switch (format.kind()) {
            case BINARY -> format.bytes() == Short.BYTES ? Optional.empty()
                : Optional.of(Hdf5Types.binary(format.bytes(), format.order()));
            case SIGNED -> Optional.of(Hdf5Types.whole(true, format.bytes(), format.order()));
            case UNSIGNED -> Optional.of(Hdf5Types.whole(false, format.bytes(), format.order()));
        };
    }

    private static Optional<Hdf5Handle> record(ElementType.Compound compound) throws IOException {
        Hdf5Handle record = Hdf5Types.record(compound.bytes());
        for (ElementType.Field field : compound.fields()) {
            Optional<Hdf5Handle> type = of(field.type());
            if (type.isEmpty()) {
                record.close();
                return Optional.empty();
            }
            try (Hdf5Handle known = type.get()) {
                Hdf5Types.addField(record, field.name(), field.offset(), known);
            }
        }
        return Optional.of(record);
    }
}
