namespace Text.Tests;

/// <summary>Tests that seed the default generator and must not run beside one another.</summary>
[CollectionDefinition(nameof(SeededCollection), DisableParallelization = true)]
public class SeededCollection;
