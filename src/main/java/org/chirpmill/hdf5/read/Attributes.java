package org.chirpmill.hdf5.read;

import io.jhdf.Constants;
import io.jhdf.FractalHeap;
import io.jhdf.ObjectHeader;
import io.jhdf.btree.record.AttributeNameForIndexedAttributesRecord;
import io.jhdf.object.message.AttributeInfoMessage;
import io.jhdf.object.message.AttributeMessage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The attributes of a group. */
final class Attributes {
    private Attributes() {}

    /** All of an object, by name in alphabetical order. */
    static Map<String, StoredValue> of(FileBytes bytes, ObjectHeader header) {
        Map<String, StoredValue> values = new TreeMap<>();
        for (AttributeMessage message : messages(bytes, header)) {
            ByteBuffer content = message.getDataBuffer();
            // What holds nothing has no content and no dimensions.
            values.put(message.getName(), new StoredValue(ElementTypes.of(message.getDataType()),
                content == null ? new long[] {0} : message.getDataSpace().getDimensionsAsLong(),
                content == null ? ByteBuffer.allocate(0) : content));
        }
        return values;
    }

    private static List<AttributeMessage> messages(FileBytes bytes, ObjectHeader header) {
        List<AttributeMessage> messages = new ArrayList<>(header.getMessagesOfType(AttributeMessage.class));
        for (AttributeInfoMessage info : header.getMessagesOfType(AttributeInfoMessage.class)) {
            if (info.getFractalHeapAddress() != Constants.UNDEFINED_ADDRESS) {
                FractalHeap heap = IndexedRecords.heap(bytes, info.getFractalHeapAddress());
                for (AttributeNameForIndexedAttributesRecord record : IndexedRecords
                        .<AttributeNameForIndexedAttributesRecord>of(bytes, info.getAttributeNameBTreeAddress())) {
                    messages.add(new AttributeMessage(heap.getId(record.getHeapId()), bytes, record.getFlags()));
                }
            }
        }
        return messages;
    }
}
