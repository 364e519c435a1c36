using System.Globalization;

namespace Lightning;

/// <summary>Trains a module whose submodule <c>backbone</c> is frozen at first, thaws it at some epoch, and raises its learning rate from then on.</summary>
/// <remarks>Python: <c>lightning.pytorch.callbacks.BackboneFinetuning</c>.</remarks>
public sealed class BackboneFinetuning : BaseFinetuning
{
    private const string Backbone = "backbone";
    private const string PreviousRate = "previous_backbone_lr";
    private readonly int _thawAt;
    private readonly Func<int, double> _factor;
    private readonly double _ratio;
    private readonly double? _initialRate;
    private readonly bool _align;
    private readonly double _denominator;
    private readonly bool _trainNorms;
    private readonly bool _verbose;
    private readonly int _rounding;
    private double? _previousRate;

    /// <summary>Makes the callback.</summary>
    /// <param name="unfreeze_backbone_at_epoch">The epoch, from 0, at which the backbone is thawed.</param>
    /// <param name="lambda_func">By what the backbone's learning rate is multiplied, from the number of the next epoch; null doubles it.</param>
    /// <param name="backbone_initial_ratio_lr">The backbone's first learning rate, as a share of the first group's.</param>
    /// <param name="backbone_initial_lr">The backbone's first learning rate itself; null takes the share.</param>
    /// <param name="should_align">Whether the backbone's learning rate stops at the first group's; default true.</param>
    /// <param name="initial_denom_lr">By what the first group's learning rate is divided where the backbone has none of its own.</param>
    /// <param name="train_bn">Whether the backbone's batch normalization is trained from the beginning; default true.</param>
    /// <param name="verbose">Says the learning rates of each epoch.</param>
    /// <param name="rounding">How many digits of them.</param>
    public BackboneFinetuning(
        int unfreeze_backbone_at_epoch = 10,
        Func<int, double>? lambda_func = null,
        double backbone_initial_ratio_lr = 0.1,
        double? backbone_initial_lr = null,
        bool should_align = true,
        double initial_denom_lr = 10.0,
        bool train_bn = true,
        bool verbose = false,
        int rounding = 12)
    {
        if (unfreeze_backbone_at_epoch < 0 || rounding is < 0 or > 15 || !(initial_denom_lr > 0))
        {
            throw new MisconfigurationException(
                $"BackboneFinetuning: unfreeze_backbone_at_epoch ({unfreeze_backbone_at_epoch}) begins at 0, rounding ({rounding}) lies between 0 and 15, and initial_denom_lr is positive.");
        }

        _thawAt = unfreeze_backbone_at_epoch;
        _factor = lambda_func ?? (_ => 2);
        _ratio = backbone_initial_ratio_lr;
        _initialRate = backbone_initial_lr;
        _align = should_align;
        _denominator = initial_denom_lr;
        _trainNorms = train_bn;
        _verbose = verbose;
        _rounding = rounding;
    }

    /// <summary>The backbone's learning rate in the latest epoch, or null while it is frozen.</summary>
    public double? previous_backbone_lr => _previousRate;

    /// <inheritdoc/>
    public override Dictionary<string, object?> state_dict()
    {
        var state = base.state_dict();
        if (state.Count > 0)
        {
            state[PreviousRate] = _previousRate;
        }

        return state;
    }

    /// <inheritdoc/>
    public override void load_state_dict(IReadOnlyDictionary<string, object?> state_dict)
    {
        base.load_state_dict(state_dict);
        _previousRate = state_dict.GetValueOrDefault(PreviousRate) is { } rate ? Convert.ToDouble(rate, CultureInfo.InvariantCulture) : null;
    }

    /// <inheritdoc/>
    public override void setup(Trainer trainer, LightningModule pl_module, string stage)
    {
        if (stage == "fit")
        {
            _previousRate = null;
        }

        base.setup(trainer, pl_module, stage);
    }

    /// <inheritdoc/>
    public override void freeze_before_training(LightningModule pl_module) => freeze(BackboneOf(pl_module), _trainNorms);

    /// <inheritdoc/>
    public override void finetune_function(LightningModule pl_module, int epoch, torch.optim.Optimizer optimizer)
    {
        var groups = optimizer.param_groups;
        var rate = groups[0].LearningRate;
        if (epoch == _thawAt)
        {
            _previousRate = _initialRate ?? (rate * _ratio);
            unfreeze_and_add_param_group([BackboneOf(pl_module)], optimizer, _previousRate, _denominator, _trainNorms);
            Say(epoch, rate);
        }
        else if (epoch > _thawAt && _previousRate is { } previous)
        {
            var next = _factor(epoch + 1) * previous;
            _previousRate = _align && next > rate ? rate : next;
            groups[^1].LearningRate = _previousRate.Value;
            Say(epoch, rate);
        }
    }

    private static torch.nn.Module BackboneOf(LightningModule module)
    {
        foreach (var (name, child) in module.named_children())
        {
            if (name == Backbone)
            {
                return child;
            }
        }

        throw new MisconfigurationException(
            $"BackboneFinetuning works on a submodule named backbone, and {module.GetType().Name} has none. Rename the pretrained part, or derive from BaseFinetuning.");
    }

    private void Say(int epoch, double rate)
    {
        if (_verbose)
        {
            L.rank_zero_info($"Epoch {epoch}: learning rate {Math.Round(rate, _rounding)}, of the backbone {Math.Round(_previousRate!.Value, _rounding)}.");
        }
    }
}
