package org.chirpmill.hdf5.read;

import io.jhdf.Constants;
import io.jhdf.FractalHeap;
import io.jhdf.GroupSymbolTableNode;
import io.jhdf.LocalHeap;
import io.jhdf.ObjectHeader;
import io.jhdf.SymbolTableEntry;
import io.jhdf.Utils;
import io.jhdf.btree.BTreeV1;
import io.jhdf.btree.record.LinkNameForIndexedGroupRecord;
import io.jhdf.object.message.LinkInfoMessage;
import io.jhdf.object.message.LinkMessage;
import io.jhdf.object.message.SymbolTableMessage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the names in a group stand for. */
final class Links {
    private static final int PLAIN = 0;
    private static final int KNOWN_GROUP = 1;

    private Links() {}

    /** Where a name leads. */
    sealed interface Link {}

    /** To an object of this file. */
    record Hard(long address) implements Link {}

    /** To what another path of this file leads to. */
    record Soft(String path) implements Link {}

    /** Out of this file. */
    record External(String file) implements Link {}

    static boolean hasThem(ObjectHeader header) {
        return header.hasMessageOfType(SymbolTableMessage.class) || header.hasMessageOfType(LinkInfoMessage.class);
    }

    /** All of a group, by name in alphabetical order. */
    static Map<String, Link> of(FileBytes bytes, ObjectHeader header) {
        Map<String, Link> links = header.hasMessageOfType(SymbolTableMessage.class)
            ? inSymbolTable(bytes, header.getMessageOfType(SymbolTableMessage.class)) : inMessages(bytes, header);
        for (String name : links.keySet()) {
            if (name.isEmpty() || name.contains("/")) {
                throw new FileBytes.BeyondBoundsException("a member has the name '" + name + "', which none can have");
            }
        }
        return links;
    }

    private static Map<String, Link> inSymbolTable(FileBytes bytes, SymbolTableMessage table) {
        Map<String, Link> links = new TreeMap<>();
        ByteBuffer names = new LocalHeap(bytes, table.getLocalHeapAddress()).getDataBuffer();
        for (long node : BTreeV1.createGroupBTree(bytes, table.getBTreeAddress()).getChildAddresses()) {
            for (SymbolTableEntry entry : new GroupSymbolTableNode(bytes, node).getSymbolTableEntries()) {
                // A link's path stands where a group would keep its own table.
                links.put(text(names, entry.getLinkNameOffset()), switch (entry.getCacheType()) {
                    case PLAIN, KNOWN_GROUP -> new Hard(entry.getObjectHeaderAddress());
                    default -> new Soft(text(names, entry.getLinkValueOffset()));
                });
            }
        }
        return links;
    }

    private static String text(ByteBuffer heap, int offset) {
        return Utils.readUntilNull(heap.position(offset));
    }

    private static Map<String, Link> inMessages(FileBytes bytes, ObjectHeader header) {
        Map<String, Link> links = new TreeMap<>();
        for (LinkMessage link : messages(bytes, header)) {
            links.put(link.getLinkName(), switch (link.getLinkType()) {
                case HARD -> new Hard(link.getHardLinkAddress());
                case SOFT -> new Soft(link.getSoftLink());
                case EXTERNAL -> new External(link.getExternalFile());
            });
        }
        return links;
    }

    private static List<LinkMessage> messages(FileBytes bytes, ObjectHeader header) {
        LinkInfoMessage info = header.getMessageOfType(LinkInfoMessage.class);
        if (info.getBTreeNameIndexAddress() == Constants.UNDEFINED_ADDRESS) {
            return header.getMessagesOfType(LinkMessage.class);
        }
        FractalHeap heap = IndexedRecords.heap(bytes, info.getFractalHeapAddress());
        List<LinkMessage> links = new ArrayList<>();
        for (LinkNameForIndexedGroupRecord record
                : IndexedRecords.<LinkNameForIndexedGroupRecord>of(bytes, info.getBTreeNameIndexAddress())) {
            links.add(LinkMessage.fromBuffer(heap.getId(record.getId()), bytes.getSuperblock()));
        }
        return links;
    }
}
