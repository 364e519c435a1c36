// libtorch's default generator, its number of threads, the memory ledger, the console and environment variables belong to the whole process, and nearly
// every test uses one of them: one test at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
