namespace TorchSharp;

/// <content>Numbers as tensors for the length of a constructor, which takes views of its own.</content>
public static partial class torch
{
    /// <summary>Probability distributions (torch.distributions).</summary>
    public static partial class distributions
    {
        private static T FromNumber<T>(Tensor number, Func<Tensor, T> make)
        {
            using (number)
            {
                return make(number);
            }
        }

        private static T FromNumbers<T>(Tensor first, Tensor second, Func<Tensor, Tensor, T> make)
        {
            using (first)
            using (second)
            {
                return make(first, second);
            }
        }

        private static T FromNumbers<T>(Tensor? count, float? probs, float? logits, Func<Tensor?, Tensor?, Tensor?, T> make) =>
            FromNumbers(count, probs is { } p ? tensor(p) : null, logits is { } l ? tensor(l) : null, make);

        private static T FromNumbers<T>(Tensor? count, double? probs, double? logits, Func<Tensor?, Tensor?, Tensor?, T> make) =>
            FromNumbers(count, probs is { } p ? tensor(p) : null, logits is { } l ? tensor(l) : null, make);

        private static T FromNumbers<T>(Tensor? count, Tensor? probs, Tensor? logits, Func<Tensor?, Tensor?, Tensor?, T> make)
        {
            using (count)
            using (probs)
            using (logits)
            {
                return make(count, probs, logits);
            }
        }

        private static Tensor Equal(int categories)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(categories);
            return full(categories, 1.0 / categories);
        }
    }
}
