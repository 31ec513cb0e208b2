package org.chirpmill.hdf5;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bytedeco.hdf5.global.hdf5.H5Acreate2;
import static org.bytedeco.hdf5.global.hdf5.H5Aexists;
import static org.bytedeco.hdf5.global.hdf5.H5Aget_name;
import static org.bytedeco.hdf5.global.hdf5.H5Aopen;
import static org.bytedeco.hdf5.global.hdf5.H5Aopen_by_idx;
import static org.bytedeco.hdf5.global.hdf5.H5Aread;
import static org.bytedeco.hdf5.global.hdf5.H5Gcreate2;
import static org.bytedeco.hdf5.global.hdf5.H5Gget_info;
import static org.bytedeco.hdf5.global.hdf5.H5Gopen2;
import static org.bytedeco.hdf5.global.hdf5.H5I_GROUP;
import static org.bytedeco.hdf5.global.hdf5.H5Iget_type;
import static org.bytedeco.hdf5.global.hdf5.H5Ldelete;
import static org.bytedeco.hdf5.global.hdf5.H5Lexists;
import static org.bytedeco.hdf5.global.hdf5.H5Lget_name_by_idx;
import static org.bytedeco.hdf5.global.hdf5.H5O_INFO_NUM_ATTRS;
import static org.bytedeco.hdf5.global.hdf5.H5Oget_info3;
import static org.bytedeco.hdf5.global.hdf5.H5Oopen;
import static org.bytedeco.hdf5.global.hdf5.H5P_DEFAULT;
import static org.bytedeco.hdf5.global.hdf5.H5_INDEX_NAME;
import static org.bytedeco.hdf5.global.hdf5.H5_ITER_INC;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.hdf5.H5G_info_t;
import org.bytedeco.hdf5.H5O_info2_t;
import org.bytedeco.javacpp.DoublePointer;

/** A group of an open file: its members and its attributes. */
public record Hdf5Group(long id) implements AutoCloseable {
    /** Whether there is a member of this name. */
    public boolean has(String name) throws IOException {
        return Hdf5.call("look for '" + name + "'", name, text -> H5Lexists(id, text, H5P_DEFAULT)) > 0;
    }

    /** Whether there is a group of this name. */
    public boolean hasGroup(String name) throws IOException {
        if (!has(name)) {
            return false;
        }
        try (Hdf5Handle member = Hdf5Handle.of("open '" + name + "'", name, text -> H5Oopen(id, text, H5P_DEFAULT))) {
            return Hdf5.call("ask for a kind", () -> H5Iget_type(member.id())) == H5I_GROUP;
        }
    }

    /** The members' names in alphabetical order. */
    public List<String> members() throws IOException {
        List<String> names = new ArrayList<>();
        try (H5G_info_t info = new H5G_info_t()) {
            Hdf5.call("list a group", () -> H5Gget_info(id, info));
            for (long k = 0; k < info.nlinks(); k++) {
                long index = k;
                byte[] name = new byte[1 + (int) Hdf5.call("list a group", ".", here ->
                    H5Lget_name_by_idx(id, here, H5_INDEX_NAME, H5_ITER_INC, index, (byte[]) null, 0, H5P_DEFAULT))];
                Hdf5.call("list a group", ".", here ->
                    H5Lget_name_by_idx(id, here, H5_INDEX_NAME, H5_ITER_INC, index, name, name.length, H5P_DEFAULT));
                names.add(new String(name, 0, name.length - 1, UTF_8));
            }
        }
        return names;
    }

    /** Opens a group in this one. */
    public Hdf5Group openGroup(String name) throws IOException {
        return new Hdf5Group(Hdf5.call("open group '" + name + "'", name, text -> H5Gopen2(id, text, H5P_DEFAULT)));
    }

    /** Adds a group to this one. */
    public Hdf5Group createGroup(String name) throws IOException {
        return new Hdf5Group(Hdf5.call("create group '" + name + "'", name,
            text -> H5Gcreate2(id, text, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT)));
    }

    /** Takes a member away. What it took of the file stays unused. */
    public void remove(String name) throws IOException {
        Hdf5.call("remove '" + name + "'", name, text -> H5Ldelete(id, text, H5P_DEFAULT));
    }

    /** The number in an attribute, if there is one of this name. */
    public Optional<Double> number(String name) throws IOException {
        if (!hasAttribute(name)) {
            return Optional.empty();
        }
        try (Hdf5Handle attribute = openAttribute(name); Hdf5Handle type = Hdf5Types.real();
                DoublePointer value = new DoublePointer(1)) {
            Hdf5.call("read attribute '" + name + "'", () -> H5Aread(attribute.id(), type.id(), value));
            return Optional.of(value.get());
        }
    }

    /** The text of an attribute, if there is one of this name. */
    public Optional<String> text(String name) throws IOException {
        if (!hasAttribute(name)) {
            return Optional.empty();
        }
        try (Hdf5Handle attribute = openAttribute(name)) {
            return Optional.of(Hdf5Text.readAttribute(attribute, name));
        }
    }

    /** All attributes that are texts, by name in alphabetical order. */
    public Map<String, String> texts() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : attributeNames()) {
            try (Hdf5Handle attribute = openAttribute(name)) {
                if (Hdf5Text.isAttributeText(attribute)) {
                    texts.put(name, Hdf5Text.readAttribute(attribute, name));
                }
            }
        }
        return texts;
    }

    /** Adds a text attribute as h5py does for a Python str. */
    public void putText(String name, String value) throws IOException {
        try (Hdf5Handle type = Hdf5Types.text(); Hdf5Handle scalar = Hdf5Space.scalar();
                Hdf5Handle attribute = Hdf5Handle.of("create attribute '" + name + "'", name,
                    text -> H5Acreate2(id, text, type.id(), scalar.id(), H5P_DEFAULT, H5P_DEFAULT))) {
            Hdf5Text.writeAttribute(attribute, type, value);
        }
    }

    private boolean hasAttribute(String name) throws IOException {
        return Hdf5.call("look for attribute '" + name + "'", name, text -> H5Aexists(id, text)) > 0;
    }

    private Hdf5Handle openAttribute(String name) throws IOException {
        return Hdf5Handle.of("open attribute '" + name + "'", name, text -> H5Aopen(id, text, H5P_DEFAULT));
    }

    private List<String> attributeNames() throws IOException {
        long count;
        try (H5O_info2_t info = new H5O_info2_t()) {
            Hdf5.call("count attributes", () -> H5Oget_info3(id, info,
                H5O_INFO_NUM_ATTRS));
            count = info.num_attrs();
        }
        List<String> names = new ArrayList<>();
        for (long k = 0; k < count; k++) {
            long index = k;
            try (Hdf5Handle attribute = Hdf5Handle.of("open an attribute", ".", here ->
                    H5Aopen_by_idx(id, here, H5_INDEX_NAME, H5_ITER_INC, index, H5P_DEFAULT, H5P_DEFAULT))) {
                byte[] name = new byte[1 + (int) Hdf5.call("name an attribute",
                    () -> H5Aget_name(attribute.id(), 0, (byte[]) null))];
                Hdf5.call("name an attribute", () -> H5Aget_name(attribute.id(), name.length, name));
                names.add(new String(name, 0, name.length - 1, UTF_8));
            }
        }
        return names;
    }

    @Override
    public void close() throws IOException {
        new Hdf5Handle(id).close();
    }
}
