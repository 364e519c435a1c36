// libtorch's default generator, grad mode of pool threads and the memory ledger are shared by the process: one test at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
