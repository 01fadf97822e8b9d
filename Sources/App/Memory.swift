#if os(Linux)
    import CMalloc
#endif

/// How this process deals with the system's memory.
enum Memory {
    /// Keeps what was freed for the next request. glibc gives the top of each arena back to the kernel as soon as 128 kB are free, so that
    /// a server which makes pages of 40 kB takes, clears and gives back the same memory thousands of times a second.
    static func keepWhatIsFreed() {
        #if os(Linux)
            mallopt(M_TRIM_THRESHOLD, 64 << 20)
            mallopt(M_TOP_PAD, 1 << 20)
        #endif
    }
}
