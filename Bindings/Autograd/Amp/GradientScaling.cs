using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>libtorch's two operators of gradient scaling, and what they compute where it has them for CUDA only (before 2.3).</summary>
internal static class GradientScaling
{
    private static readonly Version First = new(2, 3);

    /// <summary>Multiplies gradients by a factor in place and notes whether one of their values is not finite.</summary>
    /// <param name="gradients">Gradients of one device and type.</param>
    /// <param name="found">Becomes 1 if a value is infinite or NaN.</param>
    /// <param name="factor">The factor, one number.</param>
    public static void Unscale(Tensor[] gradients, Tensor found, Tensor factor)
    {
        if (HasKernel(found))
        {
            ops.aten._amp_foreach_non_finite_check_and_unscale_(gradients, found, factor);
            return;
        }

        double by = factor.item<float>();
        foreach (Tensor gradient in gradients)
        {
            using Tensor finite = gradient.isfinite();
            using Tensor all = finite.all();
            if (!all.item<bool>())
            {
                found.fill_(1);
            }
        }

        ops.aten._foreach_mul__Scalar(gradients, by);
    }

    /// <summary>Moves the scale on by one iteration.</summary>
    public static void UpdateScale(Tensor scale, Tensor tracker, Tensor found, double growth, double backoff, long interval)
    {
        if (HasKernel(scale))
        {
            ops.aten._amp_update_scale_(scale, tracker, found, growth, backoff, interval);
            return;
        }

        if (found.item<float>() > 0)
        {
            scale.fill_((float)(scale.item<float>() * backoff));
            tracker.zero_();
            return;
        }

        int good = tracker.item<int>() + 1;
        if (good != interval)
        {
            tracker.fill_(good);
            return;
        }

        var grown = (float)(scale.item<float>() * growth);
        if (float.IsFinite(grown))
        {
            scale.fill_(grown);
        }

        tracker.zero_();
    }

    private static bool HasKernel(Tensor tensor) =>
        tensor.device_type == DeviceType.CUDA || Version.Parse(__version__.Split('+', 'a')[0]) >= First;
}
