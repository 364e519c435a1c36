namespace TorchSharp;

/// <summary>The libtorch at hand lacks an operator that a newer one has.</summary>
public sealed class OperatorNotFoundException : TorchException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="operatorName">Name with overload, such as <c>aten::add.Tensor</c>.</param>
    /// <param name="libtorchVersion">The version at hand.</param>
    /// <param name="since">The first version known to have it, empty where none is known.</param>
    public OperatorNotFoundException(string operatorName, string libtorchVersion, string since)
        : base(since.Length == 0
            ? $"libtorch {libtorchVersion} has no operator {operatorName}: check the name, or load the library that registers it with torch.ops.load_library"
            : $"libtorch {libtorchVersion} does not offer the operator {operatorName}, known since libtorch {since}: use a libtorch that has it (see 'Bring your own libtorch' in the README)")
    {
        OperatorName = operatorName;
        LibtorchVersion = libtorchVersion;
        Since = since;
    }

    /// <summary>Name with overload, such as <c>aten::add.Tensor</c>.</summary>
    public string OperatorName { get; }

    /// <summary>The version at hand.</summary>
    public string LibtorchVersion { get; }

    /// <summary>The first version known to have it, empty where none is known.</summary>
    public string Since { get; }
}
