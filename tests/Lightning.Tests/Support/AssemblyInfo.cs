// The default generator, the console and the message sink belong to the whole process, and nearly every test uses one of them.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
