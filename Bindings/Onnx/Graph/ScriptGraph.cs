using System.Runtime.CompilerServices;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// The code of a module's <c>forward</c> in evaluation, flat: calls put in their place, parameters and buffers made constants. Its nodes can be run one
/// by one.
/// </summary>
internal sealed unsafe class ScriptGraph : IDisposable
{
    private readonly ScriptHandle handle;

    /// <exception cref="TorchException">The module has no forward, or its code cannot be made flat.</exception>
    internal ScriptGraph(jit.ScriptModule module)
    {
        using SharedHandle.Lease lease = module.Code.Handle.Hold();
        nint graph;
        NativeError.Check(NativeMethods.tl_jit_graph(lease.Native, &graph), "torch.onnx.export");
        handle = new ScriptHandle(graph);
        Block = Describe();
    }

    internal ScriptBlock Block { get; }

    public void Dispose() => handle.Dispose();

    /// <summary>Runs a node that holds no blocks; the results are the caller's to dispose.</summary>
    internal object?[] Run(ScriptNode node, IReadOnlyList<object?> arguments)
    {
        using SharedHandle.Lease lease = handle.Hold();
        using var values = new ScriptArguments(arguments);
        Value results;
        NativeError.Check(NativeMethods.tl_jit_graph_run(lease.Native, node.Index, values.Items, values.Count, &results), node.Schema);
        return ScriptResult.TakeItems(results);
    }

    /// <summary>The items of a list or a tuple that a script gave, or null for what is neither.</summary>
    internal static IReadOnlyList<object?>? ItemsOf(object? value) => value switch
    {
        ITuple tuple => [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i])],
        Array items => [.. items.Cast<object?>()],
        _ => null,
    };

    private ScriptBlock Describe()
    {
        using SharedHandle.Lease lease = handle.Hold();
        Value description;
        NativeError.Check(NativeMethods.tl_jit_graph_describe(lease.Native, &description), "torch.onnx.export");
        return BlockOf(ScriptResult.TakeItems(description));
    }

    private static ScriptBlock BlockOf(IReadOnlyList<object?> parts) => new(
        [.. ItemsOf(parts[0])!.Chunk(3).Select(input => new ScriptInput(Number(input[0]), (string)input[1]!, (string)input[2]!))],
        [.. ItemsOf(parts[1])!.Select(node => NodeOf(ItemsOf(node)!))],
        Numbers(parts[2]));

    private static ScriptNode NodeOf(IReadOnlyList<object?> parts) => new(
        Number(parts[0]), (string)parts[1]!, (string)parts[2]!, [.. ItemsOf(parts[3])!.Cast<string>()], Numbers(parts[4]), Numbers(parts[5]), parts[6],
        (string)parts[7]!, (string)parts[8]!, [.. ItemsOf(parts[9])!.Select(block => BlockOf(ItemsOf(block)!))]);

    private static long Number(object? value) => ((Scalar)value!).AsLong();

    private static long[] Numbers(object? value) => value as long[] ?? [];
}
