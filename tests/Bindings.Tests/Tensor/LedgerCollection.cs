namespace Bindings.Tests.TensorCore;

/// <summary>The ledger counts what the whole process holds: who measures it runs alone.</summary>
[CollectionDefinition(nameof(LedgerCollection), DisableParallelization = true)]
public sealed class LedgerCollection;
