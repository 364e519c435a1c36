namespace TorchSharp;

/// <summary>
/// Compares one number for each input and output: the Jacobian between a direction of the inputs and one of the outputs, both of chance. Python's
/// fast mode.
/// </summary>
/// <param name="function">The function; its outputs are real.</param>
/// <param name="inputs">Where.</param>
/// <param name="checkedInputs">The numbers of the inputs to check.</param>
/// <param name="settings">How exactly.</param>
internal sealed class DirectionalCheck(
    Func<torch.Tensor[], torch.Tensor[]> function, torch.Tensor[] inputs, int[] checkedInputs, GradcheckSettings settings)
{
    // Of its own, so that a check leaves the caller's draws alone and comes out alike each time.
    private readonly torch.Generator generator = new(67280421310721);

    internal void Compare(string about)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        (torch.Tensor real, torch.Tensor imaginary)[] u = [.. checkedInputs.Select(i => (Direction(inputs[i]), Direction(inputs[i])))];
        torch.Tensor[][] numerical =
            [.. checkedInputs.Select((i, k) => NumericalJacobian.Along(() => function(inputs), inputs[i], u[k], settings.Eps))];
        torch.Tensor[] outputs = function(inputs);
        for (int output = 0; output < outputs.Length; output++)
        {
            if (!outputs[output].requires_grad)
            {
                continue;
            }

            if (settings.Backward)
            {
                CompareBackward(outputs[output], output, u, numerical, about);
            }

            for (int k = 0; settings.Forward && k < checkedInputs.Length; k++)
            {
                if (!inputs[checkedInputs[k]].is_complex())
                {
                    torch.Tensor change = Forward(checkedInputs[k], output, u[k].real);
                    Close(change, numerical[k][output], u[k].real.sum(), output, checkedInputs[k], about, "forward-mode");
                }
            }
        }
    }

    private void CompareBackward(
        torch.Tensor output, int number, (torch.Tensor real, torch.Tensor imaginary)[] u, torch.Tensor[][] numerical, string about)
    {
        torch.Tensor v = Direction(output);
        torch.Tensor[] leaves = [.. checkedInputs.Select(i => inputs[i])];
        torch.Tensor[] gradients = AnalyticalJacobian.Along(output, leaves, v, settings);
        for (int k = 0; k < leaves.Length; k++)
        {
            torch.Tensor analytical = leaves[k].is_complex()
                ? torch.complex((torch.real(gradients[k]) * u[k].real).sum(), (torch.imag(gradients[k]) * u[k].imaginary).sum())
                : (gradients[k] * u[k].real).sum();
            Close(analytical, (numerical[k][number] * v).sum(), u[k].real.sum() * v.sum(), number, checkedInputs[k], about, "analytical");
        }
    }

    /// <summary>A vector of positive numbers of chance and length 1: a mistake of one sign cannot cancel out in it.</summary>
    private torch.Tensor Direction(torch.Tensor like)
    {
        torch.Tensor direction = torch.rand([like.numel()], torch.ScalarType.Float64, generator: generator);
        direction = like.numel() == 0 ? direction : direction / direction.norm();
        torch.ScalarType type = like.dtype switch
        {
            torch.ScalarType.ComplexFloat64 => torch.ScalarType.Float64,
            torch.ScalarType.ComplexFloat32 => torch.ScalarType.Float32,
            var real => real,
        };
        return direction.to(type).to(like.device);
    }

    private torch.Tensor Forward(int input, int output, torch.Tensor direction)
    {
        torch.Tensor[] at = Array.ConvertAll(inputs, one => one.detach());
        using IDisposable level = torch.autograd.forward_ad.dual_level();
        at[input] = torch.autograd.forward_ad.make_dual(at[input], direction.reshape(at[input].shape));
        (torch.Tensor value, torch.Tensor? change) = torch.autograd.forward_ad.unpack_dual(function(at)[output]);
        return (change is null ? torch.zeros_like(value) : change).detach().clone().reshape(-1);
    }

    // One entry may be off by atol: a sum of entries by as much times the sum of its weights.
    private void Close(torch.Tensor analytical, torch.Tensor numerical, torch.Tensor weights, int output, int input, string about, string kind)
    {
        torch.ScalarType wide = analytical.is_complex() || numerical.is_complex() ? torch.ScalarType.ComplexFloat64 : torch.ScalarType.Float64;
        double atol = settings.Atol * weights.to(torch.ScalarType.Float64).item<double>();
        if (torch.ops.aten.allclose(analytical.to_type(wide).cpu(), numerical.to_type(wide).cpu(), settings.Rtol, atol, false))
        {
            return;
        }

        throw new GradcheckException(
            $"{about}Jacobian mismatch for output {output} with respect to input {input} (rtol {settings.Rtol}, atol {settings.Atol}), in fast mode,\nnumerical:{numerical}\n{kind}:{analytical}\n{InSlowMode()}");
    }

    /// <summary>What the slow mode, which sees every entry, says of the same function.</summary>
    private string InSlowMode()
    {
        try
        {
            new GradientCheck(function, inputs, settings with { Fast = false, Undefined = false, Batched = false }).Run();
            return "The slow mode finds every entry within the tolerances: the check passes with fast_mode: false.";
        }
        catch (GradcheckException error)
        {
            return $"The slow mode finds:\n{error.Message}";
        }
    }
}
