import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { IdParam, IfMatch } from '#platform/http';
import { Allow } from '../access/access.js';
import { PasswordLinkView } from '../passwords/password-link.view.js';
import { UserEditor } from './user-editor.js';
import { UserReader } from './user-reader.js';
import { ChangeUserBody, CreateUserBody, UsersQuery } from './user.dto.js';
import { InvitedUser, UserPage, UserView } from './user.view.js';

@Controller('engine/v1/admin/users')
@Allow('admin')
export class UsersController {
  constructor(
    private readonly reader: UserReader,
    private readonly editor: UserEditor,
  ) {}

  /** The users of the console, newest first. */
  @Get()
  list(@Query() query: UsersQuery): Promise<UserPage> {
    return this.reader.list(query);
  }

  /** Invites a user: only this response has the link that sets the password. */
  @Post()
  create(@Body() body: CreateUserBody): Promise<InvitedUser> {
    return this.editor.invite(body);
  }

  /** One user. */
  @Get(':id')
  detail(@IdParam('usr', 'user') id: string): Promise<UserView> {
    return this.reader.detail(id);
  }

  /** Changes the fields that are sent. The last active admin cannot lose that role. */
  @Patch(':id')
  change(
    @IdParam('usr', 'user') id: string,
    @Body() body: ChangeUserBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<UserView> {
    return this.editor.change(id, body, ifMatch);
  }

  /** Deletes a user, whose entries in the audit log remain. */
  @Delete(':id')
  @HttpCode(204)
  remove(@IdParam('usr', 'user') id: string, @IfMatch() ifMatch: string | null): Promise<void> {
    return this.editor.remove(id, ifMatch);
  }

  /**
   * Removes the user's password and sessions: the response has a link that sets a new password. Also renews an
   * invitation.
   */
  @Post(':id/reset-password')
  @HttpCode(200)
  resetPassword(@IdParam('usr', 'user') id: string, @IfMatch() ifMatch: string | null): Promise<PasswordLinkView> {
    return this.editor.resetPassword(id, ifMatch);
  }
}
