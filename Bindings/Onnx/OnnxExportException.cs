namespace TorchSharp;

/// <summary>A module cannot be written as ONNX. The message lists every operator in the way, each with the place that uses it.</summary>
public sealed class OnnxExportException : TorchException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is in the way, where, and what to do.</param>
    /// <param name="operators">The operators without a counterpart, each once.</param>
    public OnnxExportException(string message, IReadOnlyList<string>? operators = null)
        : base(message)
    {
        UnsupportedOperators = operators ?? [];
    }

    /// <summary>Makes the exception with the one behind it.</summary>
    /// <param name="message">What is in the way, where, and what to do.</param>
    /// <param name="inner">The cause.</param>
    public OnnxExportException(string message, Exception inner)
        : base(message, inner)
    {
        UnsupportedOperators = [];
    }

    /// <summary>The operators of the module that have no counterpart, such as <c>aten::fft_rfft</c>, each once; empty where something else failed.</summary>
    public IReadOnlyList<string> UnsupportedOperators { get; }
}
