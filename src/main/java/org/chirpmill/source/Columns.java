package org.chirpmill.source;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of a row's columns, asked while a conversion is built and never while it runs. */
final class Columns {
    private final List<String> names;
    private final Set<String> used = new HashSet<>();

    Columns(List<String> names) {
        this.names = List.copyOf(names);
        for (String name : names) {
            if (names.indexOf(name) != names.lastIndexOf(name)) {
                throw new UnusableParametersException("The parameter " + name + " is given twice: keep one of them.");
            }
        }
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /** Those of the names that are columns, in the order asked. */
    List<String> present(List<String> candidates) {
        return candidates.stream().filter(this::has).toList();
    }

    /** All columns whose names begin so. */
    List<String> startingWith(String prefix) {
        return names.stream().filter(name -> name.startsWith(prefix)).toList();
    }

    /** A column that is known to be there. */
    Column column(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("no column " + name);
        }
        used.add(name);
        return new Column(name, index, Double.NaN);
    }

    /** A column, or the given number for every row where it is absent. */
    Column columnOr(String name, double value) {
        return has(name) ? column(name) : Column.constant(name, value);
    }

    /** Names of the columns that were not asked for, in their order. */
    List<String> unused() {
        return names.stream().filter(name -> !used.contains(name)).toList();
    }
}
