namespace TorchSharp;

public static partial class torch
{
    public static partial class amp
    {
        public partial class GradScaler
        {
            private readonly Dictionary<optim.Optimizer, OptimizerProgress> _optimizers = new(ReferenceEqualityComparer.Instance);

            private enum Stage
            {
                Ready,
                Unscaled,
                Stepped,
            }

            /// <summary>
            /// Divides the gradients of an optimizer's parameters by the scale, to clip or look at them before the step. Does not wait for the device.
            /// </summary>
            /// <param name="optimizer">The optimizer; once between two updates, and before its step.</param>
            /// <exception cref="InvalidOperationException">Nothing was scaled yet, or the gradients were unscaled or used already.</exception>
            /// <exception cref="ArgumentException">A gradient is of 16-bit floats: keep parameters in float32 and use autocast.</exception>
            public void unscale_(optim.Optimizer optimizer)
            {
                ArgumentNullException.ThrowIfNull(optimizer);
                if (!Enabled)
                {
                    return;
                }

                var (scale, _) = Started("unscale_");
                OptimizerProgress progress = ProgressOf(optimizer);
                switch (progress.Stage)
                {
                    case Stage.Unscaled:
                        throw new InvalidOperationException("unscale_() has already been called on this optimizer since the last update().");
                    case Stage.Stepped:
                        throw new InvalidOperationException("unscale_() is being called after step().");
                }

                progress.Forget();
                Unscale(optimizer, scale, progress);
                progress.Stage = Stage.Unscaled;
            }

            /// <summary>Unscales the gradients unless that was done, and takes the optimizer's step if none of them overflowed.</summary>
            /// <param name="optimizer">The optimizer; once between two updates.</param>
            /// <param name="closure">Only for a scaler that is not enabled: computes the loss anew.</param>
            /// <returns>What the optimizer's step returned; null if it was left out.</returns>
            /// <exception cref="InvalidOperationException">Nothing was scaled yet, the step was taken already, or there are no gradients.</exception>
            /// <exception cref="NotSupportedException">There is a closure.</exception>
            public Tensor? step(optim.Optimizer optimizer, Func<Tensor>? closure = null)
            {
                ArgumentNullException.ThrowIfNull(optimizer);
                if (!Enabled)
                {
                    return optimizer.step(closure);
                }

                if (closure is not null)
                {
                    throw new NotSupportedException("Closure use is not currently supported if GradScaler is enabled.");
                }

                Started("step");
                OptimizerProgress progress = ProgressOf(optimizer);
                if (progress.Stage == Stage.Stepped)
                {
                    throw new InvalidOperationException("step() has already been called since the last update().");
                }

                if (progress.Stage == Stage.Ready)
                {
                    unscale_(optimizer);
                }

                if (progress.FoundInf.Count == 0)
                {
                    throw new InvalidOperationException("No inf checks were recorded for this optimizer: none of its parameters has a gradient.");
                }

                Tensor? result = progress.FoundInf.TrueForAll(found => found.item<float>() == 0) ? optimizer.step() : null;
                progress.Stage = Stage.Stepped;
                return result;
            }

            /// <summary>
            /// Lowers the scale if a gradient overflowed since the last update, or raises it if none did for long. At the end of an iteration.
            /// </summary>
            /// <exception cref="InvalidOperationException">No optimizer was unscaled or stepped since.</exception>
            public void update()
            {
                if (!Enabled)
                {
                    return;
                }

                var (scale, tracker) = Started("update");
                using var guard = no_grad();
                using (NewDisposeScope())
                {
                    Tensor[] found = [.. _optimizers.Values.SelectMany(progress => progress.FoundInf).Select(one => one.to(scale.device))];
                    if (found.Length == 0)
                    {
                        throw new InvalidOperationException("No inf checks were recorded prior to update.");
                    }

                    Tensor all = found.Length == 1 ? found[0] : stack(found, 0).sum();
                    GradientScaling.UpdateScale(scale, tracker, all, _growth_factor, _backoff_factor, _growth_interval);
                }

                ForgetOptimizers();
            }

            /// <summary>Sets the scale. At the end of an iteration.</summary>
            /// <param name="new_scale">The new scale.</param>
            public void update(double new_scale)
            {
                if (Enabled)
                {
                    Started("update").scale.fill_(new_scale);
                    ForgetOptimizers();
                }
            }

            /// <summary>Sets the scale. At the end of an iteration.</summary>
            /// <param name="new_scale">The new scale: one number, which needs no gradient. It is copied.</param>
            /// <exception cref="ArgumentException">The tensor is something else.</exception>
            public void update(Tensor new_scale)
            {
                ArgumentNullException.ThrowIfNull(new_scale);
                if (!Enabled)
                {
                    return;
                }

                if (new_scale.numel() != 1 || new_scale.requires_grad)
                {
                    throw new ArgumentException("new_scale should be a number or a 1-element tensor with requires_grad=False.", nameof(new_scale));
                }

                using Tensor one = new_scale.reshape([]);
                Started("update").scale.copy_(one);
                ForgetOptimizers();
            }

            private static void Unscale(optim.Optimizer optimizer, Tensor scale, OptimizerProgress progress)
            {
                using var guard = no_grad();
                using var scope = NewDisposeScope();
                // The reciprocal of a float in double precision is the same on every device.
                Tensor inverse = scale.to(ScalarType.Float64).reciprocal().to(ScalarType.Float32);
                List<Tensor> gradients = [];
                foreach (var parameter in optimizer.parameters())
                {
                    if (parameter.grad is { } gradient)
                    {
                        gradients.Add(
                            gradient.dtype == ScalarType.Float16
                                ? throw new ArgumentException("Attempting to unscale FP16 gradients.", nameof(optimizer))
                                : gradient.is_sparse ? ops.aten._values(gradient) : gradient);
                    }
                }

                foreach (var there in gradients.GroupBy(gradient => (gradient.device_type, gradient.device_index)))
                {
                    Device device = there.First().device;
                    Tensor found = zeros([1], ScalarType.Float32, device);
                    Tensor factor = inverse.to(device);
                    foreach (var alike in there.GroupBy(gradient => gradient.dtype))
                    {
                        GradientScaling.Unscale([.. alike], found, factor);
                    }

                    progress.FoundInf.Add(found.DetachFromDisposeScope());
                }
            }

            private OptimizerProgress ProgressOf(optim.Optimizer optimizer)
            {
                if (!_optimizers.TryGetValue(optimizer, out var progress))
                {
                    _optimizers.Add(optimizer, progress = new OptimizerProgress());
                }

                return progress;
            }

            private void ForgetOptimizers()
            {
                foreach (OptimizerProgress progress in _optimizers.Values)
                {
                    progress.Forget();
                }

                _optimizers.Clear();
            }

            /// <summary>What was done with an optimizer since the last update.</summary>
            private sealed class OptimizerProgress
            {
                public Stage Stage { get; set; }

                /// <summary>For each device, one number that is not zero if a gradient there overflowed.</summary>
                public List<Tensor> FoundInf { get; } = [];

                public void Forget()
                {
                    FoundInf.ForEach(found => found.Dispose());
                    FoundInf.Clear();
                }
            }
        }
    }
}
