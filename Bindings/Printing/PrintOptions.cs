namespace TorchSharp.Printing;

/// <summary>How tensors are printed (torch.set_printoptions); Python's defaults.</summary>
internal sealed record PrintOptions
{
    internal static PrintOptions Current { get; set; } = new();

    /// <summary>Digits after the point.</summary>
    internal int Precision { get; init; } = 4;

    /// <summary>More elements than this are summarized.</summary>
    internal int Threshold { get; init; } = 1000;

    /// <summary>Elements shown at each end of a summarized dimension.</summary>
    internal int EdgeItems { get; init; } = 3;

    /// <summary>Characters in a line.</summary>
    internal int LineWidth { get; init; } = 80;

    /// <summary>Scientific notation always, never, or where the numbers ask for it (null).</summary>
    internal bool? Scientific { get; init; }

    /// <summary>What <c>str()</c> and <c>print()</c> show when no style is named.</summary>
    internal TensorStringStyle Style { get; init; } = TensorStringStyle.Python;

    /// <summary>Between lines.</summary>
    internal string NewLine { get; init; } = "\n";

    /// <summary>A .NET format for the elements of the other styles.</summary>
    internal string FloatFormat { get; init; } = "g5";
}
