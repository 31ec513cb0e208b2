// Runs the fast entry point ENTRY (of SOURCE) as one block of CHIRPMILL_BLOCK_THREADS real threads.
//   block_threads IN OUT
// IN: doubles: count, stride, bins, firstBin, tolerance, then the rows, then the grid's six tables. OUT: plus, cross (as
// doubles), then the flags as doubles.
#include <cstdio>
#include <thread>
#include <vector>

#include SOURCE

static std::vector<double> read(std::FILE* file, std::size_t size) {
    std::vector<double> numbers(size);
    if (std::fread(numbers.data(), sizeof(double), size, file) != size) {
        std::fprintf(stderr, "the input is too short\n");
        std::exit(2);
    }
    return numbers;
}

int main(int, char** arguments) {
    std::FILE* in = std::fopen(arguments[1], "rb");
    std::vector<double> head = read(in, 5);
    int count = static_cast<int>(head[0]), stride = static_cast<int>(head[1]), bins = static_cast<int>(head[2]);
    std::vector<double> rows = read(in, static_cast<std::size_t>(count) * stride);
    std::vector<double> tables = read(in, 6 * static_cast<std::size_t>(bins));
    std::fclose(in);
    std::vector<double2> plus(static_cast<std::size_t>(count) * bins), cross(plus.size());
    std::vector<int> flags(count);

    pthread_barrier_init(&blockBarrier, nullptr, CHIRPMILL_BLOCK_THREADS);
    std::vector<std::thread> threads;
    for (int thread = 0; thread < CHIRPMILL_BLOCK_THREADS; thread++) {
        threads.emplace_back([&, thread] {
            threadIdx.x = thread;
            ENTRY(rows.data(), stride, count, tables.data(), bins, static_cast<int>(head[3]), head[4], plus.data(),
                cross.data(), flags.data());
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }

    std::FILE* out = std::fopen(arguments[2], "wb");
    std::fwrite(plus.data(), sizeof(double2), plus.size(), out);
    std::fwrite(cross.data(), sizeof(double2), cross.size(), out);
    for (int flag : flags) {
        double number = flag;
        std::fwrite(&number, sizeof number, 1, out);
    }
    return std::fclose(out);
}
