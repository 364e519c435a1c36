namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// Makes a function of single samples into one of batches: it is called once, and the operators in it run over the whole batch (torch.vmap).
    /// </summary>
    /// <param name="func">The function; what it sees has no batch dimension. It must not read elements (<c>item</c>) or branch on them.</param>
    /// <param name="in_dims">The batch's dimension in each argument, the first unless given; null for an argument that all samples share.</param>
    /// <param name="out_dims">The batch's dimension in the results, one number for all or one for each; the first unless given.</param>
    /// <param name="randomness">What drawing random numbers does: <c>error</c>, <c>same</c> for all samples, or <c>different</c>.</param>
    /// <param name="chunk_size">At most so many samples at once; all when null.</param>
    public static Func<Tensor, Tensor> vmap(
        Func<Tensor, Tensor> func, long in_dims = 0, long out_dims = 0, string randomness = "error", long? chunk_size = null)
    {
        ArgumentNullException.ThrowIfNull(func);
        return arg => Vmap.Run(args => [func(args[0])], [arg], [in_dims], [out_dims], randomness, chunk_size)[0];
    }

    /// <inheritdoc cref="vmap(Func{Tensor, Tensor}, long, long, string, long?)"/>
    public static Func<Tensor, Tensor, Tensor> vmap(
        Func<Tensor, Tensor, Tensor> func, (long?, long?)? in_dims = null, long out_dims = 0, string randomness = "error", long? chunk_size = null)
    {
        ArgumentNullException.ThrowIfNull(func);
        (long? first, long? second) = in_dims ?? (0, 0);
        return (arg1, arg2) => Vmap.Run(args => [func(args[0], args[1])], [arg1, arg2], [first, second], [out_dims], randomness, chunk_size)[0];
    }

    /// <inheritdoc cref="vmap(Func{Tensor, Tensor}, long, long, string, long?)"/>
    public static Func<Tensor[], Tensor[]> vmap(
        Func<Tensor[], Tensor[]> func, long?[]? in_dims = null, long[]? out_dims = null, string randomness = "error", long? chunk_size = null)
    {
        ArgumentNullException.ThrowIfNull(func);
        return args => Vmap.Run(func, args, in_dims ?? [.. args.Select(_ => (long?)0)], out_dims ?? [0], randomness, chunk_size);
    }
}
