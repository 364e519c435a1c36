namespace TorchSharp;

public static partial class torch
{
    public static partial class cuda
    {
        public static partial class amp
        {
            /// <summary>A scaler of losses and gradients on CUDA (Python's <c>torch.cuda.amp.GradScaler</c>).</summary>
            /// <inheritdoc cref="torch.amp.GradScaler(string, double, double, double, long, bool)"/>
            public sealed class GradScaler(
                double init_scale = 65536, double growth_factor = 2, double backoff_factor = 0.5, long growth_interval = 2000, bool enabled = true)
                : torch.amp.GradScaler("cuda", init_scale, growth_factor, backoff_factor, growth_interval, enabled);
        }
    }
}
