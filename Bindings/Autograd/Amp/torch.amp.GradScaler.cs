namespace TorchSharp;

public static partial class torch
{
    public static partial class amp
    {
        /// <summary>
        /// Scales a loss up before backward, so that small gradients survive in 16 bits, and the gradients down again before the optimizer's step; a
        /// step whose gradients overflowed is left out and the scale lowered (Python's <c>torch.amp.GradScaler</c>).
        /// </summary>
        /// <remarks>
        /// In each iteration: <c>scaler.scale(loss).backward()</c>, <c>scaler.step(optimizer)</c> for every optimizer, <c>scaler.update()</c>. The
        /// scale lives on the device of the first loss. Used by one thread at a time.
        /// </remarks>
        public partial class GradScaler : IDisposable
        {
            private double _init_scale;
            private double _growth_factor;
            private double _backoff_factor;
            private long _growth_interval;
            private long _init_growth_tracker;
            private Tensor? _scale;
            private Tensor? _growth_tracker;

            /// <summary>Makes a scaler.</summary>
            /// <param name="device">The kind of device: <c>cuda</c> or <c>cpu</c>. For <c>cuda</c> without CUDA the scaler is not enabled.</param>
            /// <param name="init_scale">The scale at the start.</param>
            /// <param name="growth_factor">What the scale is multiplied by when no gradient overflowed for a while; more than 1.</param>
            /// <param name="backoff_factor">What it is multiplied by when one did; below 1.</param>
            /// <param name="growth_interval">How many iterations without overflow make it grow.</param>
            /// <param name="enabled">False makes everything pass through: steps are taken as they are.</param>
            /// <exception cref="ArgumentOutOfRangeException">A factor lies on the wrong side of 1.</exception>
            public GradScaler(
                string device = "cuda", double init_scale = 65536, double growth_factor = 2, double backoff_factor = 0.5, long growth_interval = 2000,
                bool enabled = true)
            {
                ArgumentNullException.ThrowIfNull(device);
                Enabled = enabled && (new Device(device).type != DeviceType.CUDA || cuda.is_available());
                if (growth_factor is not > 1)
                {
                    throw new ArgumentOutOfRangeException(nameof(growth_factor), growth_factor, "The growth factor must be > 1.0.");
                }

                if (backoff_factor is not < 1)
                {
                    throw new ArgumentOutOfRangeException(nameof(backoff_factor), backoff_factor, "The backoff factor must be < 1.0.");
                }

                _init_scale = init_scale;
                _growth_factor = growth_factor;
                _backoff_factor = backoff_factor;
                _growth_interval = growth_interval;
            }

            private bool Enabled { get; }

            /// <summary>A loss, or another output, times the scale.</summary>
            /// <param name="outputs">The tensor.</param>
            /// <returns>A new tensor of the same shape; the tensor itself where the scaler is not enabled.</returns>
            public Tensor scale(Tensor outputs)
            {
                ArgumentNullException.ThrowIfNull(outputs);
                if (!Enabled)
                {
                    return outputs;
                }

                MakeScale(outputs.device);
                if (_scale!.device_type == outputs.device_type && _scale.device_index == outputs.device_index)
                {
                    return outputs * _scale;
                }

                using Tensor there = _scale.to(outputs.device);
                return outputs * there;
            }

            /// <summary>Several outputs times the scale.</summary>
            /// <inheritdoc cref="scale(Tensor)"/>
            public Tensor[] scale(IEnumerable<Tensor> outputs)
            {
                ArgumentNullException.ThrowIfNull(outputs);
                return [.. outputs.Select(scale)];
            }

            /// <summary>The scale; 1 where the scaler is not enabled. Waits for the device.</summary>
            public double get_scale() => !Enabled ? 1 : _scale is null ? _init_scale : _scale.item<float>();

            /// <summary>What the scale is multiplied by to grow.</summary>
            public double get_growth_factor() => _growth_factor;

            /// <summary>Sets what the scale is multiplied by to grow.</summary>
            /// <param name="new_factor">More than 1.</param>
            public void set_growth_factor(double new_factor) => _growth_factor = new_factor;

            /// <summary>What the scale is multiplied by when gradients overflow.</summary>
            public double get_backoff_factor() => _backoff_factor;

            /// <summary>Sets what the scale is multiplied by when gradients overflow.</summary>
            /// <param name="new_factor">Below 1.</param>
            public void set_backoff_factor(double new_factor) => _backoff_factor = new_factor;

            /// <summary>How many iterations without overflow make the scale grow.</summary>
            public long get_growth_interval() => _growth_interval;

            /// <summary>Sets how many iterations without overflow make the scale grow.</summary>
            /// <param name="new_interval">The number of iterations.</param>
            public void set_growth_interval(long new_interval) => _growth_interval = new_interval;

            /// <summary>Whether the scaler does anything.</summary>
            public bool is_enabled() => Enabled;

            /// <summary>Forgets the scale and what is known of optimizers.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Disposes the scaler's tensors.</summary>
            /// <param name="disposing">Always true: tensors have finalizers of their own.</param>
            protected virtual void Dispose(bool disposing)
            {
                ForgetOptimizers();
                _scale?.Dispose();
                _growth_tracker?.Dispose();
                (_scale, _growth_tracker) = (null, null);
            }

            private void MakeScale(Device device)
            {
                if (_scale is null)
                {
                    _scale = torch.full([], _init_scale, ScalarType.Float32, device).DetachFromDisposeScope();
                    _growth_tracker = torch.full([], _init_growth_tracker, ScalarType.Int32, device).DetachFromDisposeScope();
                }
            }

            private (Tensor scale, Tensor growthTracker) Started(string function) => _scale is not null && _growth_tracker is not null
                ? (_scale, _growth_tracker)
                : throw new InvalidOperationException(
                    $"Attempted {function} but there is no scale yet. This may indicate your script did not use scaler.scale(loss or outputs) earlier in "
                    + "the iteration.");
        }
    }
}
