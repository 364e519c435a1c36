namespace TorchSharp;

/// <summary>Compares a function's gradients with its values, by the rules of Python's gradcheck in its slow and exact mode.</summary>
internal sealed class GradientCheck(Func<torch.Tensor[], torch.Tensor[]> function, torch.Tensor[] inputs, GradcheckSettings settings)
{
    private readonly int[] checkedInputs = [.. Enumerable.Range(0, inputs.Length).Where(i => inputs[i].requires_grad)];

    internal void Run()
    {
        CheckInputs();
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Tensor[] outputs = function(inputs);
        if (Array.Find(outputs, output => output.is_sparse) is not null)
        {
            throw new ArgumentException("gradcheck takes dense outputs: call to_dense() on the function's result");
        }

        if (!Array.Exists(outputs, Differentiable))
        {
            CheckConstant(outputs);
            return;
        }

        if (Array.Exists(outputs, output => output.is_complex()))
        {
            // Gradients of complex outputs are those of their parts.
            Compare(Parts(imaginary: true), "While considering the imaginary part of complex outputs only, ");
            Compare(Parts(imaginary: false), "While considering the real part of complex outputs only, ");
        }
        else
        {
            Compare(function, "");
        }

        if (settings.Backward)
        {
            // The inputs were changed and set back since: what was recorded before no longer counts.
            torch.Tensor[] differentiable = Array.FindAll(function(inputs), Differentiable);
            CheckBatched(differentiable);
            CheckZero(differentiable, "backward is not multiplied by the gradient of its output: input {0} gets a gradient other than zero for zeros");
            if (settings.Undefined)
            {
                CheckUndefined();
            }
        }
    }

    private static bool Differentiable(torch.Tensor output) => output.requires_grad;

    private void CheckInputs()
    {
        if (checkedInputs.Length == 0)
        {
            throw new ArgumentException("gradcheck needs an input that asks for gradients, and none does", nameof(inputs));
        }

        foreach (int i in checkedInputs)
        {
            if (inputs[i].is_sparse)
            {
                throw new ArgumentException($"input {i} is sparse: gradcheck takes dense inputs", nameof(inputs));
            }

            if (inputs[i].stride().Where((stride, dim) => stride == 0 && inputs[i].shape[dim] > 1).Any())
            {
                throw new ArgumentException(
                    $"input {i} has a dimension with stride 0: its elements cannot be changed one by one; call contiguous() on it first", nameof(inputs));
            }
        }
    }

    private void CheckConstant(torch.Tensor[] outputs)
    {
        foreach (int i in checkedInputs)
        {
            foreach (torch.Tensor jacobian in NumericalJacobian.Of(() => function(inputs), inputs[i], outputs, settings.Eps))
            {
                if (jacobian.count_nonzero().item<long>() > 0)
                {
                    throw new GradcheckException($"no output asks for gradients, yet they change with input {i}");
                }
            }
        }
    }

    private Func<torch.Tensor[], torch.Tensor[]> Parts(bool imaginary) => x => Array.ConvertAll(
        function(x), output => !output.is_complex() ? output : imaginary ? torch.imag(output) : torch.real(output));

    private void Compare(Func<torch.Tensor[], torch.Tensor[]> real, string about)
    {
        if (settings.Fast)
        {
            new DirectionalCheck(real, inputs, checkedInputs, settings).Compare(about);
            return;
        }

        torch.Tensor[] shapes = real(inputs);
        torch.Tensor[][] numerical = [.. checkedInputs.Select(i => NumericalJacobian.Of(() => real(inputs), inputs[i], shapes, settings.Eps))];
        torch.Tensor[] outputs = real(inputs);
        torch.Tensor[] leaves = [.. checkedInputs.Select(i => inputs[i])];
        for (int output = 0; output < outputs.Length; output++)
        {
            if (!Differentiable(outputs[output]))
            {
                continue;
            }

            torch.Tensor[]? backward = settings.Backward ? AnalyticalJacobian.Backward(outputs[output], leaves, settings) : null;
            for (int k = 0; k < checkedInputs.Length; k++)
            {
                if (backward is not null)
                {
                    Close(backward[k], numerical[k][output], output, checkedInputs[k], about, "analytical");
                }

                if (settings.Forward && !inputs[checkedInputs[k]].is_complex())
                {
                    torch.Tensor forward = AnalyticalJacobian.Forward(real, inputs, checkedInputs[k], output, outputs[output].numel());
                    Close(forward, numerical[k][output], output, checkedInputs[k], about, "forward-mode");
                }
            }
        }
    }

    private void Close(torch.Tensor analytical, torch.Tensor numerical, int output, int input, string about, string kind)
    {
        torch.ScalarType wide = analytical.is_complex() || numerical.is_complex() ? torch.ScalarType.ComplexFloat64 : torch.ScalarType.Float64;
        if (!torch.ops.aten.allclose(analytical.to_type(wide).cpu(), numerical.to_type(wide).cpu(), settings.Rtol, settings.Atol, false))
        {
            string hint = inputs[input].dtype is torch.ScalarType.Float64 or torch.ScalarType.ComplexFloat64
                ? ""
                : $"\nInput {input} is of type {inputs[input].dtype}: differences of eps = {settings.Eps} need float64 or complex128.";
            throw new GradcheckException(
                $"{about}Jacobian mismatch for output {output} with respect to input {input} (rtol {settings.Rtol}, atol {settings.Atol}),\nnumerical:{numerical}\n{kind}:{analytical}{hint}");
        }
    }

    private void CheckZero(torch.Tensor[] outputs, string text)
    {
        torch.Tensor[] leaves = [.. checkedInputs.Select(i => inputs[i])];
        IList<torch.Tensor> gradients = torch.autograd.grad(
            outputs, leaves, Array.ConvertAll(outputs, output => torch.zeros_like(output)), retain_graph: true, allow_unused: true);
        for (int k = 0; k < leaves.Length; k++)
        {
            if (gradients[k] is { } gradient && gradient.count_nonzero().item<long>() > 0)
            {
                throw new GradcheckException(string.Format(System.Globalization.CultureInfo.InvariantCulture, text, checkedInputs[k]));
            }
        }
    }

    private void CheckUndefined()
    {
        torch.Tensor[] outputs = Array.FindAll(function(inputs), Differentiable);
        try
        {
            CheckZero(
                [.. outputs.Select(output => WithoutGradient.apply(output))],
                "input {0} gets a gradient other than zero where the output has none: backward has to take undefined gradients");
        }
        catch (Exception error) when (error is not GradcheckException)
        {
            throw new GradcheckException(
                $"backward fails where an output has no gradient ({error.Message}); it has to take undefined gradients, or check_undefined_grad: false leaves this out");
        }
    }

    private void CheckBatched(torch.Tensor[] outputs)
    {
        torch.Tensor[] leaves = [.. checkedInputs.Select(i => inputs[i])];
        for (int i = 0; settings.Batched && i < outputs.Length; i++)
        {
            torch.Tensor[] gradients = [torch.randn_like(outputs[i]), torch.randn_like(outputs[i])];
            IList<torch.Tensor> together;
            try
            {
                together = torch.autograd.grad(
                    [outputs[i]], leaves, [torch.stack(gradients, 0)], retain_graph: true, allow_unused: true, is_grads_batched: true);
            }
            catch (TorchException error)
            {
                throw new GradcheckException($"computing gradients of output {i} in a batch, with vmap, fails: {error.Message}");
            }

            for (int one = 0; one < gradients.Length; one++)
            {
                IList<torch.Tensor> alone = torch.autograd.grad([outputs[i]], leaves, [gradients[one]], retain_graph: true, allow_unused: true);
                for (int k = 0; k < leaves.Length; k++)
                {
                    if (alone[k] is { } expected && !torch.ops.aten.allclose(together[k][one], expected, settings.Rtol, settings.Atol, false))
                    {
                        throw new GradcheckException(
                            $"gradients of output {i} with respect to input {checkedInputs[k]} differ when computed in a batch:\nalone:{expected}\nbatched:{together[k][one]}");
                    }
                }
            }
        }
    }

    /// <summary>Passes a value on and no gradient back.</summary>
    private sealed class WithoutGradient : torch.autograd.SingleTensorFunction<WithoutGradient>
    {
        public override string Name => nameof(WithoutGradient);

        public override torch.Tensor forward(torch.autograd.AutogradContext ctx, params object?[] vars)
        {
            var value = (torch.Tensor)vars[0]!;
            return value.view_as(value);
        }

        public override List<torch.Tensor?> backward(torch.autograd.AutogradContext ctx, torch.Tensor grad_output) => [null];
    }
}
