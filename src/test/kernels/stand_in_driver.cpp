// A stand-in for libcuda.so.1 that CudaCommandTest links with kernels/phenomd.cu, turn.cu and project.cu, compiled for
// the CPU: enough of the driver for the cuda backend to run on a machine without a GPU, through JCuda and all. Work waits
// in its stream until a caller synchronises. Environment:
//   STAND_IN_INIT         what cuInit returns
//   STAND_IN_DEVICES      how many devices there are (1)
//   STAND_IN_CAPABILITY   their compute capability times ten (90)
//   STAND_IN_VERSION      the driver's version (12020)
//   STAND_IN_LOAD         what loading a module returns
//   STAND_IN_MEMORY       bytes of memory of each device (64 MiB)
//   STAND_IN_FAIL         the launch, from 1, at which a device fails for good
//   STAND_IN_FAST         whether exact kernels pass for fast ones too, which want 50,000 bytes of shared memory
//   STAND_IN_REPORT       file that receives, at the end, what was never given back, how often it projected and how
//                         many bytes left the devices
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace {

constexpr int OUT_OF_MEMORY = 2, INVALID_VALUE = 1, INVALID_CONTEXT = 201, NOT_FOUND = 500, ILLEGAL_ADDRESS = 700;

using Work = std::function<void()>;
using Stream = std::vector<Work>;
using Evaluation = void (*)(const double*, int, int, const double*, int, int, double, void*, void*, int*);
using Turning = void (*)(void*, void*, const double*, const double*, int, int, int);
using Projection = void (*)(const void*, const void*, int, int, int, int, int, double, void*);
// The arguments of a launch as work for an entry point of some kind.
using Launcher = Work (*)(void* entry, void** arguments);

std::mutex lock;
std::map<char*, size_t> blocks;
std::set<void*> pins;
std::set<Stream*> streams;
std::map<void*, Launcher> launchers;
int launches = 0;
int projections = 0;
long bytesOut = 0;
int fastSharedBytes = 50000;
unsigned allowedSharedBytes = 48 << 10;
bool lost = false;
thread_local long current = 0;

long setting(const char* name, long otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::atol(text);
}

long used() {
    long bytes = 0;
    for (auto& block : blocks) {
        bytes += block.second;
    }
    return bytes;
}

int state() {
    return lost ? ILLEGAL_ADDRESS : current == 0 ? INVALID_CONTEXT : 0;
}

// Device memory that was given out holds all of it.
bool isDevice(char* at, size_t bytes) {
    auto block = blocks.upper_bound(at);
    return block != blocks.begin() && (--block)->first + block->second >= at + bytes;
}

struct Report {
    ~Report() {
        const char* path = std::getenv("STAND_IN_REPORT");
        FILE* file = path == nullptr ? nullptr : std::fopen(path, "w");
        if (file != nullptr) {
            std::fprintf(file, "%zu blocks, %zu pins, %zu streams; %d projections; %ld bytes out", blocks.size(),
                pins.size(), streams.size(), projections, bytesOut);
            std::fclose(file);
        }
    }
} report;

// A symbol of the device code that this library was linked with.
void* symbol(const std::string& name) {
    void* found = dlsym(RTLD_DEFAULT, name.c_str());
    if (found == nullptr) {
        // JCuda does not make the symbols of its libraries global.
        Dl_info self;
        dladdr(reinterpret_cast<void*>(&symbol), &self);
        found = dlsym(dlopen(self.dli_fname, RTLD_NOW), name.c_str());
    }
    return found;
}

// The arguments of a launch.
struct Arguments {
    void** all;

    template <class T>
    T at(int i) const {
        return *static_cast<T*>(all[i]);
    }
};

Work evaluation(void* entry, void** arguments) {
    Arguments given{arguments};
    auto function = reinterpret_cast<Evaluation>(entry);
    auto rows = given.at<double*>(0);
    int stride = given.at<int>(1), count = given.at<int>(2), bins = given.at<int>(4), firstBin = given.at<int>(5);
    auto tables = given.at<double*>(3);
    auto tolerance = given.at<double>(6);
    auto plus = given.at<void*>(7), cross = given.at<void*>(8);
    auto flags = given.at<int*>(9);
    return [=] { function(rows, stride, count, tables, bins, firstBin, tolerance, plus, cross, flags); };
}

Work turning(void* entry, void** arguments) {
    Arguments given{arguments};
    auto function = reinterpret_cast<Turning>(entry);
    auto plus = given.at<void*>(0), cross = given.at<void*>(1);
    auto chirps = given.at<double*>(2), powers = given.at<double*>(3);
    int rows = given.at<int>(4), bins = given.at<int>(5), firstBin = given.at<int>(6);
    return [=] { function(plus, cross, chirps, powers, rows, bins, firstBin); };
}

Work projection(void* entry, void** arguments) {
    Arguments given{arguments};
    auto function = reinterpret_cast<Projection>(entry);
    auto strain = given.at<void*>(0), matrix = given.at<void*>(1), coefficients = given.at<void*>(8);
    int rows = given.at<int>(2), bins = given.at<int>(3), firstBin = given.at<int>(4), endBin = given.at<int>(5),
        size = given.at<int>(6);
    auto scale = given.at<double>(7);
    projections++;
    return [=] { function(strain, matrix, rows, bins, firstBin, endBin, size, scale, coefficients); };
}

}  // namespace

#define GUARDED std::lock_guard<std::mutex> guard(lock); if (int failed = state()) { return failed; }

extern "C" {

int cuInit(unsigned) { return setting("STAND_IN_INIT", 0); }
int cuDriverGetVersion(int* version) { *version = setting("STAND_IN_VERSION", 12020); return 0; }
int cuDeviceGetCount(int* count) { *count = setting("STAND_IN_DEVICES", 1); return 0; }
int cuDeviceGet(int* device, int index) { *device = index; return 0; }
int cuDeviceGetName(char* name, int size, int) { std::snprintf(name, size, "Stand-in"); return 0; }
int cuDeviceTotalMem_v2(size_t* bytes, int) { *bytes = setting("STAND_IN_MEMORY", 64 << 20); return 0; }

int cuDeviceGetAttribute(int* value, int attribute, int) {
    long capability = setting("STAND_IN_CAPABILITY", 90);
    *value = attribute == 75 ? capability / 10 : attribute == 76 ? capability % 10 : attribute == 97 ? 65536 : 0;
    return 0;
}

int cuDevicePrimaryCtxSetFlags_v2(int, unsigned) { return 0; }
int cuDevicePrimaryCtxRetain(void** context, int device) { *context = reinterpret_cast<void*>(device + 1L); return 0; }
int cuCtxSetCurrent(void* context) { current = reinterpret_cast<long>(context); return 0; }

int cuGetErrorString(int status, const char** text) {
    *text = status == ILLEGAL_ADDRESS ? "an illegal memory access was encountered" : "so the stand-in says";
    return 0;
}

int cuMemGetInfo_v2(size_t* free, size_t* total) {
    GUARDED
    *total = setting("STAND_IN_MEMORY", 64 << 20);
    *free = *total - used();
    return 0;
}

int cuMemAlloc_v2(char** address, size_t bytes) {
    GUARDED
    if (used() + static_cast<long>(bytes) > setting("STAND_IN_MEMORY", 64 << 20)) {
        return OUT_OF_MEMORY;
    }
    *address = static_cast<char*>(std::malloc(bytes));
    std::memset(*address, 0xFF, bytes);
    blocks[*address] = bytes;
    return 0;
}

int cuMemFree_v2(char* address) {
    GUARDED
    if (blocks.erase(address) == 0) {
        return INVALID_VALUE;
    }
    std::free(address);
    return 0;
}

int cuMemHostRegister_v2(void* address, size_t, unsigned) {
    GUARDED
    return pins.insert(address).second ? 0 : 712;
}

int cuMemHostUnregister(void* address) {
    GUARDED
    return pins.erase(address) == 1 ? 0 : 713;
}

int cuStreamCreate(Stream** stream, unsigned) {
    GUARDED
    *stream = *streams.insert(new Stream()).first;
    return 0;
}

int cuStreamDestroy_v2(Stream* stream) {
    GUARDED
    streams.erase(stream);
    delete stream;
    return 0;
}

int cuStreamSynchronize(Stream* stream) {
    GUARDED
    for (auto& work : *stream) {
        if (!lost) {
            work();
        }
    }
    stream->clear();
    return state();
}

int cuMemcpyHtoDAsync_v2(char* device, const void* host, size_t bytes, Stream* stream) {
    GUARDED
    if (!isDevice(device, bytes)) {
        return INVALID_VALUE;
    }
    stream->push_back([=] { std::memcpy(device, host, bytes); });
    return 0;
}

int cuMemcpyDtoHAsync_v2(void* host, char* device, size_t bytes, Stream* stream) {
    GUARDED
    if (!isDevice(device, bytes)) {
        return INVALID_VALUE;
    }
    bytesOut += bytes;
    stream->push_back([=] { std::memcpy(host, device, bytes); });
    return 0;
}

int cuMemcpyDtoH_v2(void* host, char* device, size_t bytes) {
    GUARDED
    std::memcpy(host, device, bytes);
    return 0;
}

int cuMemsetD8Async(char* device, unsigned char value, size_t bytes, Stream* stream) {
    GUARDED
    if (!isDevice(device, bytes)) {
        return INVALID_VALUE;
    }
    stream->push_back([=] { std::memset(device, value, bytes); });
    return 0;
}

int cuModuleLoadData(std::string** module, const char* ptx) {
    GUARDED
    *module = new std::string(ptx);
    return setting("STAND_IN_LOAD", 0);
}

int cuModuleGetFunction(void** function, std::string* module, const char* name) {
    GUARDED
    std::string exact = name;
    size_t fast = setting("STAND_IN_FAST", 0) ? exact.find("_fast") : std::string::npos;
    if (fast != std::string::npos) {
        exact.erase(fast, 5);
    }
    bool isDeclared = module->find(".entry " + exact + "(") != std::string::npos;
    *function = isDeclared ? symbol(exact) : nullptr;
    launchers[*function] = exact.find("project_") == 0 ? projection : exact.find("turn_") == 0 ? turning : evaluation;
    return *function == nullptr ? NOT_FOUND : 0;
}

int cuModuleGetGlobal_v2(char** address, size_t* bytes, std::string* module, const char* name) {
    GUARDED
    *bytes = sizeof(int);
    if (setting("STAND_IN_FAST", 0) && std::string(name) == "phenomd_fast_single_shared_bytes") {
        *address = reinterpret_cast<char*>(&fastSharedBytes);
        return 0;
    }
    bool isDeclared = module->find(".visible .global .align 4 .u32 " + std::string(name)) != std::string::npos;
    *address = isDeclared ? static_cast<char*>(symbol(name)) : nullptr;
    return *address == nullptr ? NOT_FOUND : 0;
}

int cuFuncSetAttribute(void*, int attribute, int value) {
    GUARDED
    allowedSharedBytes = value;
    return attribute == 8 ? 0 : INVALID_VALUE;
}

int cuLaunchKernel(void* function, unsigned x, unsigned y, unsigned z, unsigned threads, unsigned, unsigned,
        unsigned shared, Stream* stream, void** arguments, void**) {
    GUARDED
    if (x == 0 || y == 0 || z != 1 || threads == 0 || shared > allowedSharedBytes) {
        return INVALID_VALUE;
    }
    Launcher launcher = launchers.at(function);
    if (setting("STAND_IN_FAST", 0) && launcher == evaluation && shared != static_cast<unsigned>(fastSharedBytes)) {
        return INVALID_VALUE;
    }
    bool fails = ++launches == setting("STAND_IN_FAIL", 0);
    Work work = launcher(function, arguments);
    stream->push_back([=] {
        if (fails) {
            lost = true;
        } else {
            work();
        }
    });
    return 0;
}

}  // extern "C"
