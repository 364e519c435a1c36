namespace Audio.Tests.IO;

/// <summary>Tests that set the process's backend: they run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class BackendCollection
{
    internal const string Name = "audio backend";
}
