namespace TorchSharp;

/// <summary>Finds the tensors in a module's input or result and puts others in their places.</summary>
/// <remarks>A tensor, a tuple of up to four tensors, an array and a list of tensors are looked into; other values have none.</remarks>
internal static class TensorWalk
{
    /// <summary>The tensors in a value, in order.</summary>
    public static IReadOnlyList<torch.Tensor> Tensors<T>(T value) => value switch
    {
        torch.Tensor tensor => [tensor],
        ValueTuple<torch.Tensor, torch.Tensor>(var a, var b) => [a, b],
        ValueTuple<torch.Tensor, torch.Tensor, torch.Tensor>(var a, var b, var c) => [a, b, c],
        ValueTuple<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor>(var a, var b, var c, var d) => [a, b, c, d],
        ValueTuple<torch.Tensor, ValueTuple<torch.Tensor, torch.Tensor>>(var a, (var b, var c)) => [a, b, c],
        IReadOnlyList<torch.Tensor> list => list,
        _ => [],
    };

    /// <summary>The value with as many of the tensors given in the places of its own as it has; they are taken from the queue.</summary>
    public static T With<T>(T value, Queue<torch.Tensor> tensors)
    {
        object? replaced = value switch
        {
            torch.Tensor => tensors.Dequeue(),
            ValueTuple<torch.Tensor, torch.Tensor> => (tensors.Dequeue(), tensors.Dequeue()),
            ValueTuple<torch.Tensor, torch.Tensor, torch.Tensor> => (tensors.Dequeue(), tensors.Dequeue(), tensors.Dequeue()),
            ValueTuple<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor> =>
                (tensors.Dequeue(), tensors.Dequeue(), tensors.Dequeue(), tensors.Dequeue()),
            ValueTuple<torch.Tensor, ValueTuple<torch.Tensor, torch.Tensor>> =>
                (tensors.Dequeue(), (tensors.Dequeue(), tensors.Dequeue())),
            torch.Tensor[] array => Array.ConvertAll(array, _ => tensors.Dequeue()),
            List<torch.Tensor> list => list.ConvertAll(_ => tensors.Dequeue()),
            _ => value,
        };
        return (T)replaced!;
    }
}
