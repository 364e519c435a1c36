namespace TorchSharp;

public static partial class torchtext
{
    /// <summary>
    /// A step on the way from texts to tensors: a text, its tokens or their indices, or a list of one of these, becomes the next form. As in
    /// Python one step takes several forms; its class has a typed <c>call</c> for each.
    /// </summary>
    public interface ITransform
    {
        /// <summary>Applies the step.</summary>
        /// <param name="input">
        /// A <see cref="string"/>, an <c>IReadOnlyList</c> of strings (tokens), one of <see cref="long"/> (indices), a <see cref="torch.Tensor"/>, or a
        /// list of lists, as far as the step takes it.
        /// </param>
        /// <returns>What the typed <c>call</c> for that form returns.</returns>
        /// <exception cref="ArgumentException">The step takes no such form.</exception>
        object call(object input);
    }
}
