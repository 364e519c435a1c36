using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The tensors that index some dimensions of another at once (Python's <c>x[i, :, j]</c>).</summary>
internal sealed class IndexList
{
    private readonly OperatorCall call;

    private IndexList(OperatorCall call, List<int> axes, List<TracedValue> indices)
    {
        this.call = call;
        Axes = axes;
        Indices = indices;
    }

    internal List<int> Axes { get; }

    internal List<TracedValue> Indices { get; }

    /// <summary>Whether the dimensions indexed are the first ones.</summary>
    internal bool Leads => Axes[^1] == Axes.Count - 1;

    /// <summary>Whether the dimensions indexed stand side by side: then what is picked stands in their place, else in front.</summary>
    internal bool Adjoining => Axes[^1] - Axes[0] == Axes.Count - 1;

    /// <exception cref="OnnxUnsupportedException">Truth values pick; how many depends on the inputs.</exception>
    internal static IndexList Of(OperatorCall call, TracedValue indices)
    {
        var axes = new List<int>();
        var tensors = new List<TracedValue>();
        for (int axis = 0; axis < indices.Items!.Count; axis++)
        {
            TracedValue index = indices.Items[axis];
            if (index.IsNone)
            {
                continue;
            }

            if (index.Type is ScalarType.Bool or ScalarType.Byte)
            {
                throw OperatorCall.No("with truth values its result's size depends on the inputs' elements");
            }

            axes.Add(axis);
            tensors.Add(index);
        }

        return axes.Count == 0 ? throw OperatorCall.No("without indices") : new IndexList(call, axes, tensors);
    }

    /// <summary>The indices broadcast against each other, those of one element side by side in the last dimension.</summary>
    internal string Stacked()
    {
        string[] names = [.. Indices.Select(index => call.As(index, ScalarType.Int64))];
        string shape = call.Op("Shape", [names.Aggregate((sum, name) => call.Op("Add", [sum, name]))]);
        return call.Op("Concat", [.. names.Select(name => call.Op("Unsqueeze", [call.Op("Expand", [name, shape]), call.Whole(-1)]))], ("axis", -1L));
    }

    /// <summary>The tensor with the dimensions indexed in front.</summary>
    internal string InFront(string data)
    {
        long[] order = [.. Axes.Select(axis => (long)axis), .. Enumerable.Range(0, call[0].Rank).Except(Axes).Select(axis => (long)axis)];
        return Leads ? data : call.Op("Transpose", [data], ("perm", order));
    }

    /// <summary>What was picked, moved from the front to the place of the dimensions indexed.</summary>
    internal string PlacedBack(string picked, int rank)
    {
        int width = Indices.Max(index => index.Rank);
        int first = Axes[0];
        long[] order = [.. Enumerable.Range(0, rank).Select(i => (long)(i < first ? i + width : i < first + width ? i - first : i))];
        return first == 0 ? picked : call.Op("Transpose", [picked], ("perm", order));
    }
}
