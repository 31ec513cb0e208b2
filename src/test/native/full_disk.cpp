// A disk that is full after so many bytes, for one folder and one process: loaded in front of the C library by
// FullDiskTest (LD_PRELOAD), it refuses what a file system without room refuses. Blocks are taken as they are first
// written, sparse files take none for their holes, and what a file has it may overwrite. Environment:
//   FULL_DISK_FOLDER   files below it lie on this disk
//   FULL_DISK_BYTES    what is free on it when the process begins
#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <mutex>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace {

constexpr off_t BLOCK = 4096;

std::mutex lock;
size_t taken = 0;

using Write = ssize_t (*)(int, const void*, size_t);
using PositionedWrite = ssize_t (*)(int, const void*, size_t, off_t);

template <class Function> Function next(const char* name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

bool isOnDisk(int file) {
    const char* folder = std::getenv("FULL_DISK_FOLDER");
    char path[PATH_MAX];
    ssize_t length = readlink(("/proc/self/fd/" + std::to_string(file)).c_str(), path, sizeof path);
    return folder != nullptr && length > 0 && std::string(path, length).rfind(std::string(folder) + "/", 0) == 0;
}

bool isTaken(int file, off_t block) {
    off_t position = lseek(file, 0, SEEK_CUR);
    off_t data = lseek(file, block * BLOCK, SEEK_DATA);
    lseek(file, position, SEEK_SET);
    return data >= 0 && data < (block + 1) * BLOCK;
}

// How many of the bytes at this place find room.
size_t room(int file, off_t place, size_t count) {
    struct stat status;
    if (!isOnDisk(file) || fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
        return count;
    }
    std::lock_guard<std::mutex> guard(lock);
    size_t blocks = std::strtoull(std::getenv("FULL_DISK_BYTES"), nullptr, 10) / BLOCK;
    off_t end = place + static_cast<off_t>(count);
    for (off_t block = place / BLOCK; block * BLOCK < end; block++) {
        if (!isTaken(file, block) && ++taken > blocks) {
            return static_cast<size_t>(std::max<off_t>(0, block * BLOCK - place));
        }
    }
    return count;
}

ssize_t refused() {
    errno = ENOSPC;
    return -1;
}

ssize_t writeAt(const char* name, int file, const void* bytes, size_t count, off_t place) {
    size_t fitting = room(file, place, count);
    return fitting == 0 && count > 0 ? refused() : next<PositionedWrite>(name)(file, bytes, fitting, place);
}

}

extern "C" {

ssize_t write(int file, const void* bytes, size_t count) {
    struct stat status;
    off_t place = fstat(file, &status) == 0 && S_ISREG(status.st_mode) ? lseek(file, 0, SEEK_CUR) : 0;
    size_t fitting = room(file, place, count);
    return fitting == 0 && count > 0 ? refused() : next<Write>("write")(file, bytes, fitting);
}

ssize_t pwrite(int file, const void* bytes, size_t count, off_t place) {
    return writeAt("pwrite", file, bytes, count, place);
}

ssize_t pwrite64(int file, const void* bytes, size_t count, off_t place) {
    return writeAt("pwrite64", file, bytes, count, place);
}

// A caller who would have the kernel copy a file is told that it cannot, and writes.
ssize_t copy_file_range(int, off_t*, int, off_t*, size_t, unsigned) {
    errno = EINVAL;
    return -1;
}

ssize_t sendfile64(int, int, off_t*, size_t) {
    errno = EINVAL;
    return -1;
}

}
