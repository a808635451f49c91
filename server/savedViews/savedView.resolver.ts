import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, ArgsType, Ctx, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql'
import { Locked } from '../access/lock.ts'
import type { Context } from '../context.ts'
import { ListArgsOf } from '../graphql/list.ts'
import { SavedViewFilter, SavedViewInput, SavedViewSort } from './savedView.inputs.ts'
import { SavedView, SavedViewList } from './savedView.type.ts'
import { createSavedView, removeSavedView, shareSavedView, updateSavedView } from './writeSavedView.ts'

@ArgsType() class SavedViewListArgs extends ListArgsOf(SavedViewFilter, SavedViewSort, SavedViewSort.name) {}

const ofView = { description: 'The view.' }

@Resolver()
export class SavedViewResolver {
  @Query(() => SavedViewList, { description: 'The viewer’s own views, and those shared in the same scope.' })
  @Locked('SavedView', 'read')
  savedViews(@Args(() => SavedViewListArgs) args: SavedViewListArgs, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<SavedViewList> {
    return read.list('SavedView', args, info)
  }

  @Mutation(() => SavedView, { description: 'Keeps a view. The same id again answers with the same view.' })
  @Locked('SavedView', 'create')
  async createSavedView(
    @Arg('id', () => ID, { description: 'A UUID made by the client.' }) id: string,
    @Arg('input', () => SavedViewInput, { description: 'What it holds.' }) input: SavedViewInput,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<SavedView> {
    await createSavedView(context, id, input)
    return context.read.one('SavedView', id, info)
  }

  @Mutation(() => SavedView, { description: 'Changes a view. CONFLICT, with the view as it is, when it was changed since `version`.' })
  @Locked('SavedView', 'update')
  async updateSavedView(
    @Arg('id', () => ID, ofView) id: string,
    @Arg('version', () => Int, { description: 'The version the change was made from.' }) version: number,
    @Arg('input', () => SavedViewInput, { description: 'The view as it should be.' }) input: SavedViewInput,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<SavedView> {
    await updateSavedView(context, { id, version, input })
    return context.read.one('SavedView', id, info)
  }

  @Mutation(() => SavedView, { description: 'Lets whoever works in the same scope read a view.' })
  @Locked('SavedView', 'share')
  async shareSavedView(@Arg('id', () => ID, ofView) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<SavedView> {
    await shareSavedView(context, id, true)
    return context.read.one('SavedView', id, info)
  }

  @Mutation(() => SavedView, { description: 'Keeps a view to oneself again.' })
  @Locked('SavedView', 'share')
  async unshareSavedView(@Arg('id', () => ID, ofView) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<SavedView> {
    await shareSavedView(context, id, false)
    return context.read.one('SavedView', id, info)
  }

  @Mutation(() => ID, { description: 'Removes a view for good; answers its identifier.' })
  @Locked('SavedView', 'remove')
  async removeSavedView(@Arg('id', () => ID, ofView) id: string, @Ctx() context: Context): Promise<string> {
    await removeSavedView(context, id)
    return id
  }
}
