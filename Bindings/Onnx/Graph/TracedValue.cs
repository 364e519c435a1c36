using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// A value of the script as the export sees it: what it was in a run on the example inputs and in a second run with other sizes along the dynamic
/// axes, and its name in the ONNX graph once it has one.
/// </summary>
/// <remarks>
/// What is the same in both runs and depends on no input's elements is a constant. A dimension of one length in both is a fixed one.
/// </remarks>
internal sealed class TracedValue
{
    private bool? same;

    private TracedValue(object? first, object? second, bool dependsOnData)
    {
        First = first;
        Second = second;
        DependsOnData = dependsOnData;
        if (first is Tensor tensor)
        {
            Memory = tensor.is_sparse || tensor.numel() == 0 ? 0 : TensorMemory.StorageAddress(tensor);
            Type = tensor.dtype;
            FirstShape = tensor.shape;
            SecondShape = ((Tensor)second!).shape;
        }
        else
        {
            Type = first switch { bool => ScalarType.Bool, long => ScalarType.Int64, double => ScalarType.Float64, _ => null };
            FirstShape = SecondShape = [];
        }
    }

    private TracedValue(List<TracedValue> items)
    {
        Items = items;
        FirstShape = SecondShape = [];
    }

    /// <summary>The items of a list, a tuple, or a dictionary (keys and values in turn); null for anything else.</summary>
    internal List<TracedValue>? Items { get; }

    internal bool IsDictionary { get; init; }

    internal object? First { get; }

    internal object? Second { get; }

    /// <summary>Where a tensor's elements lie in the first run; 0 where there are none.</summary>
    internal nint Memory { get; }

    /// <summary>Whether an input's elements have a part in it, beyond their sizes.</summary>
    internal bool DependsOnData { get; set; }

    /// <summary>The type of the elements, or of the number; null for what is neither.</summary>
    internal ScalarType? Type { get; }

    internal long[] FirstShape { get; }

    internal long[] SecondShape { get; }

    internal int Rank => FirstShape.Length;

    internal bool IsTensor => First is Tensor;

    internal bool IsNone => Items is null && First is null;

    /// <summary>The name in the ONNX graph, once something has been written for it.</summary>
    internal string? Name { get; set; }

    /// <summary>For the elements and the batch sizes of packed sequences what stands for them in ONNX, which has none.</summary>
    internal PaddedSequences? Packed { get; set; }

    /// <summary>The tensor that this one is a view of, and how it was taken.</summary>
    internal TracedView? View { get; set; }

    /// <summary>How often an in-place operator has changed this tensor, or for a view the state of its base that its name stands for.</summary>
    internal int Version { get; set; }

    /// <summary>The lengths of the dimensions, -1 for those that differ between the two runs.</summary>
    internal long[] Shape
    {
        get
        {
            var shape = (long[])FirstShape.Clone();
            for (int i = 0; i < shape.Length; i++)
            {
                shape[i] = FirstShape[i] == SecondShape[i] ? shape[i] : -1;
            }

            return shape;
        }
    }

    /// <summary>Whether it is the same whatever the inputs are.</summary>
    internal bool IsConstant => Items is null
        ? !Base.DependsOnData && !DependsOnData && (same ??= Same(First, Second))
        : Items.TrueForAll(item => item.IsConstant);

    /// <summary>The tensor whose memory it shows: itself, or the base of its view.</summary>
    internal TracedValue Base => View is null ? this : View.Of.Base;

    internal static TracedValue Leaf(object? first, object? second, bool dependsOnData) => new(Plain(first), Plain(second), dependsOnData);

    internal static TracedValue Constant(object? value) => Of(value, value, false);

    internal static TracedValue List(IEnumerable<TracedValue> items) => new([.. items]);

    /// <param name="entries">Keys and values in turn.</param>
    internal static TracedValue Dictionary(IEnumerable<TracedValue> entries) => new([.. entries]) { IsDictionary = true };

    /// <summary>A value with everything in it.</summary>
    internal static TracedValue Of(object? first, object? second, bool dependsOnData)
    {
        if (ScriptGraph.ItemsOf(first) is not { } items)
        {
            return Leaf(first, second, dependsOnData);
        }

        var others = ScriptGraph.ItemsOf(second)!;
        return others.Count == items.Count
            ? List(items.Select((item, i) => Of(item, others[i], dependsOnData)))
            : throw new OnnxUnsupportedException($"its result has {items.Count} items in one run and {others.Count} in one with other sizes");
    }

    /// <summary>What it was in one of the runs, lists and tuples as arrays.</summary>
    internal object? In(bool second) => Items is null ? (second ? Second : First) : Items.ConvertAll(item => item.In(second)).ToArray();

    /// <summary>All that is in it and is no list.</summary>
    internal IEnumerable<TracedValue> Leaves() => Items is null ? [this] : Items.SelectMany(item => item.Leaves());

    /// <summary>Gives the tensors back; what is known of them stays.</summary>
    internal void Release()
    {
        (First as Tensor)?.Dispose();
        (Second as Tensor)?.Dispose();
    }

    /// <summary>Looks anew whether both runs agree, after its memory has changed.</summary>
    internal void Reconsider() => same = null;

    /// <summary>A value of its sizes, which depends on data, under another name; the caller releases it.</summary>
    internal TracedValue StandIn(string name, ScalarType? type) => new(
        empty(FirstShape, type ?? Type), empty(SecondShape, type ?? Type), dependsOnData: true) { Name = name };

    private static object? Plain(object? value) => value is not Scalar number ? value : number.Kind switch
    {
        Interop.ValueTag.Int => (object)number.AsLong(),
        Interop.ValueTag.Bool => number.AsBool(),
        Interop.ValueTag.Double => number.AsDouble(),
        _ => number,
    };

    private static bool Same(object? first, object? second) => ReferenceEquals(first, second) || (first is Tensor one && second is Tensor other
        ? one.dtype == other.dtype && one.shape.AsSpan().SequenceEqual(other.shape) && ops.aten.equal(one, other)
        : Equals(first, second));
}
