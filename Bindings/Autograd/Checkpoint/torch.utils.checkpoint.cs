namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        /// <summary>
        /// Runs a function without keeping what its backward needs; backward runs it again instead (Python's
        /// torch.utils.checkpoint.checkpoint). Memory is traded for time.
        /// </summary>
        /// <param name="function">The function; it has to compute the same when it runs again.</param>
        /// <param name="arg">Its argument.</param>
        /// <param name="use_reentrant">
        /// True computes gradients by a backward inside of backward, as Python 1.13 does unless told otherwise: then an argument has to ask for
        /// gradients, and <c>autograd.grad</c> and backward's <c>inputs</c> do not work. False, the default, has none of these limits.
        /// </param>
        /// <param name="preserve_rng_state">Whether random numbers are the same when the function runs again.</param>
        /// <returns>What the function gives; values and gradients are bit for bit those without a checkpoint.</returns>
        public static Tensor checkpoint(Func<Tensor, Tensor> function, Tensor arg, bool use_reentrant = false, bool preserve_rng_state = true)
        {
            ArgumentNullException.ThrowIfNull(function);
            return Checkpoint.Run(args => [function(args[0])], [arg], use_reentrant, preserve_rng_state)[0];
        }

        /// <inheritdoc cref="checkpoint(Func{Tensor, Tensor}, Tensor, bool, bool)"/>
        public static Tensor checkpoint(nn.Module<Tensor, Tensor> module, Tensor arg, bool use_reentrant = false, bool preserve_rng_state = true)
        {
            ArgumentNullException.ThrowIfNull(module);
            return checkpoint(module.call, arg, use_reentrant, preserve_rng_state);
        }

        /// <inheritdoc cref="checkpoint(Func{Tensor, Tensor}, Tensor, bool, bool)"/>
        public static Tensor checkpoint(
            Func<Tensor, Tensor, Tensor> function, Tensor arg1, Tensor arg2, bool use_reentrant = false, bool preserve_rng_state = true)
        {
            ArgumentNullException.ThrowIfNull(function);
            return Checkpoint.Run(args => [function(args[0], args[1])], [arg1, arg2], use_reentrant, preserve_rng_state)[0];
        }

        /// <inheritdoc cref="checkpoint(Func{Tensor, Tensor}, Tensor, bool, bool)"/>
        public static Tensor[] checkpoint(
            Func<Tensor[], Tensor[]> function, Tensor[] args, bool use_reentrant = false, bool preserve_rng_state = true)
        {
            ArgumentNullException.ThrowIfNull(function);
            ArgumentNullException.ThrowIfNull(args);
            return Checkpoint.Run(function, args, use_reentrant, preserve_rng_state);
        }

        /// <summary>
        /// Runs modules one after the other in segments, each of them but the last a <see cref="checkpoint(Func{Tensor, Tensor}, Tensor, bool, bool)"/>
        /// (Python's torch.utils.checkpoint.checkpoint_sequential).
        /// </summary>
        /// <param name="functions">The modules, such as a Sequential.</param>
        /// <param name="segments">How many segments to make of them.</param>
        /// <param name="input">What the first one takes.</param>
        /// <param name="use_reentrant">As for a checkpoint.</param>
        /// <param name="preserve_rng_state">As for a checkpoint.</param>
        public static Tensor checkpoint_sequential(
            IEnumerable<nn.Module<Tensor, Tensor>> functions, int segments, Tensor input, bool use_reentrant = false, bool preserve_rng_state = true)
        {
            ArgumentNullException.ThrowIfNull(functions);
            nn.Module<Tensor, Tensor>[] all = [.. functions];
            ArgumentOutOfRangeException.ThrowIfLessThan(segments, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(segments, Math.Max(all.Length, 1));
            int size = all.Length / segments;
            int start = 0;
            for (int segment = 0; segment < segments - 1; segment++, start += size)
            {
                nn.Module<Tensor, Tensor>[] part = all[start..(start + size)];
                input = checkpoint(x => RunAll(part, x), input, use_reentrant, preserve_rng_state);
            }

            return RunAll(all[start..], input);
        }

        private static Tensor RunAll(nn.Module<Tensor, Tensor>[] modules, Tensor input)
        {
            foreach (nn.Module<Tensor, Tensor> module in modules)
            {
                input = module.call(input);
            }

            return input;
        }
    }
}
