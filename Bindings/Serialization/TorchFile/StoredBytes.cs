namespace TorchSharp;

/// <summary>The bytes of a storage in a file.</summary>
/// <param name="Read">Notes that they are to be read into the memory of a flat CPU tensor.</param>
/// <param name="Place">Where they begin in the file, if they lie there as they are.</param>
internal sealed record StoredBytes(Action<MemoryBlock> Read, long? Place);
