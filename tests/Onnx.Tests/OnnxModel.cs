using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using TorchSharp;
using static TorchSharp.torch;

namespace Onnx.Tests;

/// <summary>An ONNX file in ONNX Runtime.</summary>
internal sealed class OnnxModel : IDisposable
{
    private readonly InferenceSession session;

    public OnnxModel(string path)
    {
        using var options = new SessionOptions { IntraOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        session = new InferenceSession(path, options);
    }

    public IReadOnlyList<string> Inputs => session.InputNames;

    public IReadOnlyList<string> Outputs => session.OutputNames;

    public void Dispose() => session.Dispose();

    /// <summary>The dimensions that an input or output is declared with: -1 for open ones.</summary>
    public int[] Dimensions(string name) => (session.InputMetadata.TryGetValue(name, out var input) ? input : session.OutputMetadata[name]).Dimensions;

    /// <summary>The names of the dimensions that are open.</summary>
    public string[] Labels(string name) => (session.InputMetadata.TryGetValue(name, out var input) ? input : session.OutputMetadata[name]).SymbolicDimensions;

    /// <summary>Runs the model on tensors, in the order of its inputs.</summary>
    public Tensor[] Run(params Tensor[] inputs)
    {
        var values = inputs.Select(ToValue).ToArray();
        try
        {
            using var options = new RunOptions();
            using var results = session.Run(options, session.InputNames, values, session.OutputNames);
            return [.. results.Select(FromValue)];
        }
        finally
        {
            Array.ForEach(values, value => value.Dispose());
        }
    }

    private static OrtValue ToValue(Tensor tensor)
    {
        using Tensor source = tensor.detach().contiguous();
        return source.dtype switch
        {
            ScalarType.Float32 => OrtValue.CreateTensorValueFromMemory(source.data<float>().ToArray(), source.shape),
            ScalarType.Float16 => OrtValue.CreateTensorValueFromMemory(MemoryMarshal.Cast<Half, Float16>(source.data<Half>().ToArray()).ToArray(), source.shape),
            ScalarType.Float64 => OrtValue.CreateTensorValueFromMemory(source.data<double>().ToArray(), source.shape),
            ScalarType.Int64 => OrtValue.CreateTensorValueFromMemory(source.data<long>().ToArray(), source.shape),
            ScalarType.Int32 => OrtValue.CreateTensorValueFromMemory(source.data<int>().ToArray(), source.shape),
            ScalarType.Bool => OrtValue.CreateTensorValueFromMemory(source.data<bool>().ToArray(), source.shape),
            var type => throw new NotSupportedException($"{type}"),
        };
    }

    private static Tensor FromValue(OrtValue value)
    {
        var info = value.GetTensorTypeAndShape();
        return info.ElementDataType switch
        {
            Microsoft.ML.OnnxRuntime.Tensors.TensorElementType.Float => tensor(value.GetTensorDataAsSpan<float>().ToArray()).reshape(info.Shape),
            Microsoft.ML.OnnxRuntime.Tensors.TensorElementType.Float16 =>
                tensor(MemoryMarshal.Cast<Float16, Half>(value.GetTensorDataAsSpan<Float16>()).ToArray()).reshape(info.Shape),
            Microsoft.ML.OnnxRuntime.Tensors.TensorElementType.Double => tensor(value.GetTensorDataAsSpan<double>().ToArray()).reshape(info.Shape),
            Microsoft.ML.OnnxRuntime.Tensors.TensorElementType.Int64 => tensor(value.GetTensorDataAsSpan<long>().ToArray()).reshape(info.Shape),
            Microsoft.ML.OnnxRuntime.Tensors.TensorElementType.Int32 => tensor(value.GetTensorDataAsSpan<int>().ToArray()).reshape(info.Shape),
            Microsoft.ML.OnnxRuntime.Tensors.TensorElementType.Bool => tensor(value.GetTensorDataAsSpan<bool>().ToArray()).reshape(info.Shape),
            var type => throw new NotSupportedException($"{type}"),
        };
    }
}
