using System.IO.Compression;
using System.Text.Json;
using TorchSharp;
using Torchlight.Testing;
using static TorchSharp.torch;

namespace Onnx.Tests;

/// <summary>A small module that Python traced or scripted, and what its inputs are (tests/golden/onnx/modules.py).</summary>
internal sealed class ModuleCase
{
    private static readonly Lazy<Dictionary<string, ModuleCase>> All = new(Read);

    private readonly JsonElement spec;
    private readonly byte[] module;

    private ModuleCase(JsonElement spec, byte[] module)
    {
        this.spec = spec;
        this.module = module;
    }

    public static IEnumerable<string> Names => All.Value.Keys;

    public string Name => spec.GetProperty("name").GetString()!;

    public int Opset => spec.GetProperty("opset").GetInt32();

    public double Tolerance => spec.GetProperty("tolerance").GetDouble();

    public static ModuleCase Of(string name) => All.Value[name];

    public jit.ScriptModule Load() => jit.load(module);

    /// <summary>The open dimensions, all of one place under one name.</summary>
    public Dictionary<string, Dictionary<int, string>> DynamicAxes()
    {
        var axes = new Dictionary<string, Dictionary<int, string>>();
        int index = 0;
        foreach (var input in spec.GetProperty("inputs").EnumerateArray())
        {
            int number = index++;
            int[] open = [.. input.GetProperty("dynamic").EnumerateArray().Select(axis => axis.GetInt32())];
            if (open.Length > 0)
            {
                axes[$"input_{number}"] = open.ToDictionary(axis => axis, axis => Label(Shape(input)[axis]));
            }
        }

        return axes;
    }

    /// <summary>Inputs of chance; open dimensions are as often as many times as long.</summary>
    public Tensor[] Inputs(int times)
    {
        manual_seed(times);
        return [.. spec.GetProperty("inputs").EnumerateArray().Select(input => Input(input, times))];
    }

    private static string Label(long length) => $"length_{length}";

    private static long[] Shape(JsonElement input) => [.. input.GetProperty("shape").EnumerateArray().Select(length => length.GetInt64())];

    private static Tensor Input(JsonElement input, int times)
    {
        long[] shape = Shape(input);
        foreach (var axis in input.GetProperty("dynamic").EnumerateArray())
        {
            shape[axis.GetInt32()] *= times;
        }

        string type = input.GetProperty("dtype").GetString()!;
        if (input.TryGetProperty("high", out var high))
        {
            return randint(input.GetProperty("low").GetInt64(), high.GetInt64(), shape, dtype: ScalarType.Int64);
        }

        if (type == "bool")
        {
            return rand(shape) > 0.5;
        }

        var low = input.GetProperty("low");
        return low.ValueKind == JsonValueKind.Null ? randn(shape) : randn(shape).abs() + low.GetDouble();
    }

    private static Dictionary<string, ModuleCase> Read()
    {
        using var archive = ZipFile.OpenRead(Repository.Golden("onnx", "modules.zip"));
        byte[] Content(string name)
        {
            using var entry = archive.GetEntry(name)!.Open();
            using var bytes = new MemoryStream();
            entry.CopyTo(bytes);
            return bytes.ToArray();
        }

        using var cases = JsonDocument.Parse(Content("cases.json"));
        return cases.RootElement.EnumerateArray().Select(spec => new ModuleCase(spec.Clone(), Content($"{spec.GetProperty("name").GetString()}.pt")))
            .ToDictionary(found => found.Name);
    }
}
