namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>Compares a function's gradients with small finite differences of its values (torch.autograd.gradcheck).</summary>
        /// <param name="func">The function: deterministic, with dense results.</param>
        /// <param name="inputs">Where. Those that ask for gradients are checked; they should be float64 or complex128.</param>
        /// <param name="eps">By how much inputs are changed for the differences.</param>
        /// <param name="atol">Absolute tolerance.</param>
        /// <param name="rtol">Relative tolerance.</param>
        /// <param name="raise_exception">Whether a mismatch is an exception that says where, or just false.</param>
        /// <param name="nondet_tol">By how much gradients may differ between two runs with the same input.</param>
        /// <param name="check_undefined_grad">Whether to check that backward takes undefined gradients.</param>
        /// <param name="check_grad_dtypes">Whether gradients must have their input's type.</param>
        /// <param name="check_batched_grad">Whether to check gradients computed in a batch, with vmap.</param>
        /// <param name="check_forward_ad">Whether to check forward derivatives too, of real inputs.</param>
        /// <param name="check_backward_ad">Whether to check backward.</param>
        /// <param name="fast_mode">
        /// Whether to compare one combination of each Jacobian's entries, with weights of chance, instead of all of them: faster by the number of
        /// entries, and less sure to see a small mistake. The weights are the same at every call and are not drawn from the default generator.
        /// </param>
        /// <returns>True if all agree.</returns>
        /// <exception cref="GradcheckException">They do not, and <paramref name="raise_exception"/> is set.</exception>
        /// <exception cref="ArgumentException">No input asks for gradients, or one cannot be changed element by element.</exception>
        public static bool gradcheck(
            Func<Tensor[], Tensor[]> func, Tensor[] inputs, double eps = 1e-6, double atol = 1e-5, double rtol = 1e-3, bool raise_exception = true,
            double nondet_tol = 0, bool check_undefined_grad = true, bool check_grad_dtypes = false, bool check_batched_grad = false,
            bool check_forward_ad = false, bool check_backward_ad = true, bool fast_mode = false)
        {
            ArgumentNullException.ThrowIfNull(func);
            ArgumentNullException.ThrowIfNull(inputs);
            var settings = new GradcheckSettings(
                eps, atol, rtol, nondet_tol, check_undefined_grad, check_grad_dtypes, check_batched_grad, check_forward_ad, check_backward_ad,
                fast_mode);
            try
            {
                new GradientCheck(func, inputs, settings).Run();
                return true;
            }
            catch (GradcheckException) when (!raise_exception)
            {
                return false;
            }
        }

        /// <inheritdoc cref="gradcheck(Func{Tensor[], Tensor[]}, Tensor[], double, double, double, bool, double, bool, bool, bool, bool, bool, bool)"/>
        public static bool gradcheck(
            Func<Tensor, Tensor> func, Tensor inputs, double eps = 1e-6, double atol = 1e-5, double rtol = 1e-3, bool raise_exception = true,
            double nondet_tol = 0, bool check_undefined_grad = true, bool check_grad_dtypes = false, bool check_batched_grad = false,
            bool check_forward_ad = false, bool check_backward_ad = true, bool fast_mode = false)
        {
            ArgumentNullException.ThrowIfNull(func);
            return gradcheck(
                x => [func(x[0])], [inputs], eps, atol, rtol, raise_exception, nondet_tol, check_undefined_grad, check_grad_dtypes,
                check_batched_grad, check_forward_ad, check_backward_ad, fast_mode);
        }

        /// <summary>Compares the derivatives of a function's gradients with finite differences of these gradients (torch.autograd.gradgradcheck).</summary>
        /// <param name="func">The function.</param>
        /// <param name="inputs">Where.</param>
        /// <param name="grad_outputs">The gradients of the outputs; random ones when null.</param>
        /// <param name="eps">By how much inputs are changed for the differences.</param>
        /// <param name="atol">Absolute tolerance.</param>
        /// <param name="rtol">Relative tolerance.</param>
        /// <param name="gen_non_contig_grad_outputs">Whether random gradients are not contiguous.</param>
        /// <param name="raise_exception">Whether a mismatch is an exception that says where, or just false.</param>
        /// <param name="nondet_tol">By how much gradients may differ between two runs with the same input.</param>
        /// <param name="check_undefined_grad">Whether to check that backward takes undefined gradients.</param>
        /// <param name="check_grad_dtypes">Whether gradients must have their input's type.</param>
        /// <param name="check_batched_grad">Whether to check gradients computed in a batch, with vmap.</param>
        /// <param name="fast_mode">Whether to compare one combination of each Jacobian's entries, as gradcheck's fast mode does.</param>
        /// <returns>True if all agree.</returns>
        /// <exception cref="GradcheckException">They do not, and <paramref name="raise_exception"/> is set.</exception>
        public static bool gradgradcheck(
            Func<Tensor[], Tensor[]> func, Tensor[] inputs, Tensor[]? grad_outputs = null, double eps = 1e-6, double atol = 1e-5, double rtol = 1e-3,
            bool gen_non_contig_grad_outputs = false, bool raise_exception = true, double nondet_tol = 0, bool check_undefined_grad = true,
            bool check_grad_dtypes = false, bool check_batched_grad = false, bool fast_mode = false)
        {
            ArgumentNullException.ThrowIfNull(func);
            ArgumentNullException.ThrowIfNull(inputs);
            Tensor[] gradients = grad_outputs ?? [.. func(inputs).Where(output => output.requires_grad)
                .Select(output => RandomGradient(output, gen_non_contig_grad_outputs))];
            int count = inputs.Length;
            return gradcheck(
                all =>
                {
                    Tensor[] outputs = Array.FindAll(func(all[..count]), output => output.requires_grad);
                    Tensor[] leaves = Array.FindAll(all[..count], input => input.requires_grad);
                    return [.. grad(outputs, leaves, all[count..], create_graph: true, allow_unused: true).Where(gradient => gradient is not null)];
                },
                [.. inputs, .. gradients], eps, atol, rtol, raise_exception, nondet_tol, check_undefined_grad, check_grad_dtypes, check_batched_grad,
                fast_mode: fast_mode);
        }

        /// <inheritdoc cref="gradgradcheck(Func{Tensor[], Tensor[]}, Tensor[], Tensor[], double, double, double, bool, bool, double, bool, bool, bool, bool)"/>
        public static bool gradgradcheck(
            Func<Tensor, Tensor> func, Tensor inputs, Tensor? grad_outputs = null, double eps = 1e-6, double atol = 1e-5, double rtol = 1e-3,
            bool gen_non_contig_grad_outputs = false, bool raise_exception = true, double nondet_tol = 0, bool check_undefined_grad = true,
            bool check_grad_dtypes = false, bool check_batched_grad = false, bool fast_mode = false)
        {
            ArgumentNullException.ThrowIfNull(func);
            return gradgradcheck(
                x => [func(x[0])], [inputs], grad_outputs is null ? null : [grad_outputs], eps, atol, rtol, gen_non_contig_grad_outputs,
                raise_exception, nondet_tol, check_undefined_grad, check_grad_dtypes, check_batched_grad, fast_mode);
        }

        private static Tensor RandomGradient(Tensor output, bool scattered)
        {
            using Tensor wide = scattered ? randn([.. output.shape, 2], output.dtype, output.device) : randn_like(output);
            return (scattered ? wide.select(-1, 0) : wide.detach()).requires_grad_();
        }
    }
}
