namespace TorchSharp;

/// <summary>What the names in a pickle stand for.</summary>
internal interface IPickleGlobals
{
    /// <summary>What the file's <c>module.name</c> stands for.</summary>
    /// <exception cref="TorchFileFormatException">Nothing that may be read.</exception>
    object Find(string module, string name);

    /// <summary>What a thing that was found gives for arguments.</summary>
    object? Call(object? callable, object?[] arguments);

    /// <summary>Sets the state of an object that was made.</summary>
    void Build(object? state, object? target);
}
